package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows that a change nobody may make unnoticed fails a build. The rows are those of {@code
 * framework/api/VERSIONS.md}.
 */
class VersionsTest {
  private final Path folder;

  VersionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "a component more in a record",
            Delta.MAJOR,
            "public record Case(String id) {}",
            "public record Case(String id, int hops) {}"),
        change(
            "a component more, and the constructor of before",
            Delta.MINOR,
            "public record Case(String id) {}",
            "public record Case(String id, int hops) {"
                + " public Case(String id) { this(id, 0); } }"),
        change(
            "a component less in a record",
            Delta.MAJOR,
            "public record Case(String id, int hops) {}",
            "public record Case(String id) {}"),
        change(
            "a method with a default in what plug-ins implement",
            Delta.MINOR,
            "@ConsumerType public interface Driver { int decode(); }",
            "@ConsumerType public interface Driver { int decode(); default int cost() { return 0; }"
                + " }"),
        change(
            "a method without a default in what plug-ins implement",
            Delta.MAJOR,
            "@ConsumerType public interface Driver { int decode(); }",
            "@ConsumerType public interface Driver { int decode(); int cost(); }"),
        change(
            "a method in what the town implements",
            Delta.MINOR,
            "@ProviderType public interface Desk { int find(); }",
            "@ProviderType public interface Desk { int find(); int open(); }"),
        change(
            "a method less",
            Delta.MAJOR,
            "@ProviderType public interface Desk { int find(); int open(); }",
            "@ProviderType public interface Desk { int find(); }"),
        change(
            "a case more in a sealed type",
            Delta.MINOR,
            "public sealed interface Answer { record Yes() implements Answer {} }",
            "public sealed interface Answer { record Yes() implements Answer {}"
                + " record No() implements Answer {} }"),
        change(
            "a constant more in an enum",
            Delta.MINOR,
            "public enum Level { LOW }",
            "public enum Level { LOW, HIGH }"),
        change(
            "a constant less in an enum",
            Delta.MAJOR,
            "public enum Level { LOW, HIGH }",
            "public enum Level { LOW }"));
  }

  private static Arguments change(String name, Delta weight, String before, String after) {
    return Arguments.of(name, weight, before, after);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void a_change_has_the_weight_the_page_says(String name, Delta weight, String before, String after)
      throws Exception {
    Jar older = Release.of(Files.createDirectory(folder.resolve("1")), "1.0.0", before);
    Jar same = Release.of(Files.createDirectory(folder.resolve("2")), "1.0.0", after);
    String raised = weight == Delta.MAJOR ? "2.0.0" : "1.1.0";
    Jar newer = Release.of(Files.createDirectory(folder.resolve("3")), raised, after);

    Baseline.Info info = Release.compare(same, older).iterator().next();

    assertThat(info.packageDiff.getDelta()).as(name).isEqualTo(weight);
    assertThat(info.mismatch).as("fails the build while the version stays").isTrue();
    assertThat(info.suggestedVersion).hasToString(raised);
    assertThat(Release.compare(newer, older)).noneMatch(next -> next.mismatch);
  }

  @Test
  void a_type_that_the_api_lost_since_its_release_fails_the_build() throws Exception {
    Jar released = new Jar(file(Town.bundle("zhili-api")));
    Jar now = new Jar(file(Town.bundle("zhili-api")));
    assertThat(now.remove("org/zhili/device/TimeSource.class")).isNotNull();

    Set<Baseline.Info> found = Release.compare(now, released);

    assertThat(found).hasSizeGreaterThan(10);
    assertThat(found.stream().filter(info -> info.mismatch).map(info -> info.packageName))
        .containsExactly("org.zhili.device");
    assertThat(Release.compare(released, released)).noneMatch(info -> info.mismatch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework/api", "framework/tck"})
  void the_build_compares_what_others_build_on(String module) throws Exception {
    String pom = Files.readString(Reactor.root().resolve(module).resolve("pom.xml"));

    assertThat(pom).contains("<artifactId>bnd-baseline-maven-plugin</artifactId>");
  }

  /** Nobody implements a sealed type of ours, so it needs no mark. */
  @Test
  void an_interface_of_the_api_says_who_implements_it() {
    Set<String> packages = Town.bundle("zhili-api").exports().keySet();
    List<JavaClass> interfaces =
        Town.CLASSES.stream()
            .filter(type -> packages.contains(type.getPackageName()))
            .filter(type -> type.isInterface() && !type.isAnnotation())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.reflect().isSealed())
            .toList();

    assertThat(interfaces)
        .hasSizeGreaterThan(10)
        .allMatch(
            type ->
                type.isAnnotatedWith(ConsumerType.class)
                    ^ type.isAnnotatedWith(ProviderType.class));
  }

  static List<Artifact> drivers() {
    return Town.ARTIFACTS.stream().filter(Artifact::isDriver).toList();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void a_driver_takes_the_api_up_to_its_next_major_version(Artifact driver) {
    Bundle api = Town.bundle("zhili-api");

    assertThat(
            Town.bundle(driver.name()).imports().values().stream()
                .filter(entry -> api.exports().containsKey(entry.name())))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.version().orElse("")).matches("\\[1\\.\\d,2\\)"));
  }

  /** The jar that a bundle was read from. */
  private static File file(Bundle bundle) {
    String location = bundle.location().replaceFirst("^jar:", "").replaceFirst("!/$", "");
    return Path.of(URI.create(location)).toFile();
  }
}
