package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.osgi.annotation.versioning.ConsumerType;

/** Compares two jars as {@code bnd-baseline-maven-plugin} does in the build. */
final class Release {
  static final String PACKAGE = "org.example.api";

  private static final String NAME = "[\\s\\S]*?\\b(?:record|interface|enum|class) (\\w+)[\\s\\S]*";

  private Release() {}

  /** What is to be said of each package of the newer jar. */
  static Set<Baseline.Info> compare(Jar newer, Jar older) throws Exception {
    try (Processor processor = new Processor()) {
      return new Baseline(processor, new DiffPluginImpl())
          .baseline(newer, older, new Instructions());
    }
  }

  /** A bundle that exports the one package with this one type in it. */
  static Jar of(Path folder, String version, String source) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(folder, classes, source);
    try (Builder builder = new Builder()) {
      builder.setBundleSymbolicName(PACKAGE);
      builder.setBundleVersion(version);
      builder.setProperty("Export-Package", PACKAGE + ";version=" + version);
      builder.setProperty("-noimportjava", "true");
      builder.addClasspath(classes.toFile());
      Jar jar = builder.build();
      assertThat(builder.getErrors()).isEmpty();
      Path file = folder.resolve("release.jar");
      jar.write(file.toFile());
      return new Jar(file.toFile());
    }
  }

  private static void compile(Path folder, Path classes, String source) throws Exception {
    String name = source.replaceFirst(NAME, "$1");
    Path file =
        Files.writeString(
            folder.resolve(name + ".java"),
            "package %s;%nimport org.osgi.annotation.versioning.*;%n%s%n"
                .formatted(PACKAGE, source));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-d", classes.toString(), "-cp", annotations().toString());
      assertThat(
              compiler
                  .getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                  .call())
          .as(source)
          .isTrue();
    }
  }

  private static File annotations() throws Exception {
    return Path.of(ConsumerType.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toFile();
  }
}
