package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A town fits into another program with few lines. */
class ExamplesTest {
  private static final int FEW = 30;

  @ParameterizedTest
  @ValueSource(strings = {"examples/embed-plain-java", "examples/embed-spring-boot"})
  void a_program_with_a_town_in_it_is_short(String example) throws IOException {
    List<Path> sources;
    try (Stream<Path> files =
        Files.walk(Reactor.root().resolve(example).resolve("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    long lines = 0;
    for (Path source : sources) {
      lines += Files.readAllLines(source).stream().filter(ExamplesTest::isCode).count();
    }
    assertThat(lines).isBetween(1L, (long) FEW);
  }

  /** What somebody has to think of: no import, no comment, no blank. */
  private static boolean isCode(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && Stream.of("import ", "package ", "//", "/*", "*").noneMatch(text::startsWith);
  }
}
