package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labels of settings are readable to who shows them: they are read as Latin-1, not UTF-8. */
class LabelsTest {
  private static final int AT_LEAST = 14;

  static List<Path> files() {
    return Reactor.artifacts().stream()
        .map(
            one -> Reactor.root().resolve(one.folder()).resolve("src/main/resources/OSGI-INF/l10n"))
        .filter(Files::isDirectory)
        .flatMap(folder -> in(folder).stream())
        .toList();
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".properties")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void all_are_looked_at() {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_is_beyond_ascii_is_escaped(Path file) throws IOException {
    assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
        .allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
  }
}
