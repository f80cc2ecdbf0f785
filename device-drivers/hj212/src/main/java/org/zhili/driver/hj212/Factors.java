package org.zhili.driver.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The factors of the standard's appendix B, from the table {@code factors.csv}. */
final class Factors {
  private static final Map<String, Factor> BY_CODE = read();

  private Factors() {}

  static Optional<Factor> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  static Collection<Factor> all() {
    return BY_CODE.values();
  }

  private static Map<String, Factor> read() {
    try (InputStream in = Factors.class.getResourceAsStream("factors.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Factor::of)
          .collect(Collectors.toUnmodifiableMap(Factor::code, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
