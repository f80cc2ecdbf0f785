package org.zhili.driver.sl651;

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
import org.zhili.device.Metric;

/**
 * Something a station measures (编码要素), from the table {@code elements.csv}.
 *
 * @param identifier the byte that leads it in
 */
record Element(int identifier, Metric metric, double lowest, double highest) {
  private static final Map<Integer, Element> BY_IDENTIFIER = read();

  static Optional<Element> of(int identifier) {
    return Optional.ofNullable(BY_IDENTIFIER.get(identifier));
  }

  static Collection<Element> all() {
    return BY_IDENTIFIER.values();
  }

  /** Whether there can be such a value at all. */
  boolean isPossible(double value) {
    return value >= lowest && value <= highest;
  }

  private static Map<Integer, Element> read() {
    try (InputStream in = Element.class.getResourceAsStream("elements.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(",", -1))
          .map(Element::of)
          .collect(Collectors.toUnmodifiableMap(Element::identifier, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element of(String[] cells) {
    return new Element(
        Integer.parseInt(cells[0], 16),
        new Metric(cells[1], cells[2]),
        cells[3].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cells[3]),
        cells[4].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[4]));
  }
}
