package com.example.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of OSGi is on the class path of the program, nor on that of its tests. */
class ClassPathTest {
  @Test
  void no_class_of_osgi_felix_or_karaf() {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();

    assertThat(jars)
        .anyMatch(jar -> jar.getFileName().toString().startsWith("zhili-embedded"))
        .anyMatch(jar -> jar.getFileName().toString().startsWith("hibernate-core"));
    assertThat(jars.stream().flatMap(ClassPathTest::osgiIn)).isEmpty();
  }

  private static Stream<String> osgiIn(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(
              name -> name.matches("(META-INF/versions/\\d+/)?org/(osgi|apache/(felix|karaf))/.*"))
          .map(name -> jar.getFileName() + ": " + name)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
