package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** Shows that the rules about manifests and names bite. */
class ManifestRulesTest {
  private static final Artifact URBAN = new Artifact("bundles/urban", "zhili-urban", true);
  private static final Artifact GAUGE =
      new Artifact("device-drivers/gauge", "zhili-driver-gauge", true);
  private static final Artifact API = new Artifact("framework/api", "zhili-api", true);
  private static final Layout LAYOUT =
      new Layout("org.zhili.", List.of(API, URBAN, GAUGE), Set.of("org.zhili.dispatch"));

  @Test
  void an_api_that_demands_a_logger_is_caught() {
    var bundle =
        bundle(
            "Export-Package: org.zhili.id;version=\"1.0.0\"",
            "Import-Package: org.zhili.id;version=\"[1.0,2)\",org.slf4j;version=\"[2,3)\","
                + "org.jspecify.annotations;resolution:=optional");

    assertThat(ManifestRules.standsAlone(bundle)).containsExactly("must not demand org.slf4j");
  }

  @Test
  void a_plug_in_that_demands_more_than_it_may_is_caught() {
    var bundle =
        bundle(
            "Export-Package: org.zhili.urban;version=\"1.0.0\"",
            "Import-Package: org.zhili.device,org.zhili.urban,javax.sql,jakarta.ws.rs.core,"
                + "org.slf4j,com.fasterxml.jackson.core,org.zhili.core.town;resolution:=optional,"
                + "sun.misc;resolution:=optional,jakarta.ws.rsx");

    assertThat(ManifestRules.demandsWhatPlugInsMay(bundle, Set.of("org.zhili.device")))
        .containsExactly(
            "must not demand com.fasterxml.jackson.core",
            "must not demand jakarta.ws.rsx",
            "must not demand org.zhili.core.town");
  }

  @Test
  void a_version_without_a_ceiling_is_caught() {
    var bundle =
        bundle(
            "Import-Package: org.none,org.floor;version=\"1.0\",org.fine;version=\"[1.0,2)\","
                + "javax.sql,org.maybe;resolution:=optional");

    assertThat(ManifestRules.demandsRanges(bundle))
        .containsExactly(
            "must say which versions of org.floor it takes",
            "must say which versions of org.none it takes");
  }

  @Test
  void an_activator_is_caught() {
    assertThat(ManifestRules.hasNoActivator(bundle("Bundle-Activator: org.zhili.Start")))
        .containsExactly("must not have the activator org.zhili.Start");
  }

  @Test
  void an_export_without_a_version_is_caught() {
    assertThat(
            ManifestRules.exportsVersions(
                bundle("Export-Package: org.one,org.two;version=\"1.0.0\"")))
        .containsExactly("must give org.one a version");
  }

  @Test
  void an_exported_secret_and_a_package_of_no_kind_are_caught() {
    var bundle =
        bundle("Export-Package: org.a;version=\"1.0.0\",org.a.internal.b;version=\"1.0.0\"");

    assertThat(
            ManifestRules.exportsOrHides(
                bundle, Set.of("org.a", "org.a.internal", "org.a.internal.b", "org.a.more")))
        .containsExactly(
            "must either export org.a.internal.b or call it internal",
            "must either export org.a.more or call it internal");
  }

  @Test
  void a_folder_that_makes_something_else_is_caught() {
    assertThat(NameRules.folderAndArtifact(URBAN)).isEmpty();
    assertThat(NameRules.folderAndArtifact(GAUGE)).isEmpty();
    assertThat(NameRules.folderAndArtifact(new Artifact("bundles/urban", "zhili-city", true)))
        .containsExactly("bundles/urban must make zhili-urban, not zhili-city");
    assertThat(NameRules.folderAndArtifact(new Artifact("device-drivers/g", "zhili-g", true)))
        .containsExactly("device-drivers/g must make zhili-driver-g, not zhili-g");
  }

  @Test
  void a_jar_with_another_name_or_anothers_packages_is_caught() {
    assertThat(
            NameRules.artifactAndJar(
                URBAN,
                LAYOUT,
                bundle("Bundle-SymbolicName: org.zhili.town;singleton:=true"),
                Set.of("org.zhili.urban.internal", "org.zhili.dispatch", "org.zhili.urbane")))
        .containsExactly(
            "zhili-urban must be org.zhili.urban, not org.zhili.town",
            "zhili-urban must not have org.zhili.dispatch",
            "zhili-urban must not have org.zhili.urbane");
  }

  private static Bundle bundle(String... headers) {
    String text =
        "Manifest-Version: 1.0\n" + String.join("\n", headers).replaceAll("(.{60})", "$1\n ");
    try {
      return new Bundle(
          "nowhere",
          new Manifest(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
