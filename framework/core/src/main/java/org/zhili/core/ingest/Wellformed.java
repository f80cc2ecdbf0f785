package org.zhili.core.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhili.device.Reading;
import org.zhili.device.Value;
import org.zhili.text.Text;

/** Checks what plug-ins answer, and makes text from devices fit to be stored and shown. */
final class Wellformed {
  static final int MAX_READINGS = 10_000;
  static final int MAX_METRIC = 100;
  private static final int MAX_CLAUSE = 500;

  private Wellformed() {}

  /** What is wrong with a driver's readings; empty when nothing is. */
  static Optional<Text> fault(List<Reading> readings) {
    if (readings.size() > MAX_READINGS) {
      return Optional.of(IngestWords.kept("readings-many", readings.size()));
    }
    for (Reading reading : readings) {
      // a plug-in is free to break the promise of non-null parts
      if (Objects.isNull(reading.device())
          || Objects.isNull(reading.metric())
          || Objects.isNull(reading.value())
          || Objects.isNull(reading.observedAt())
          || Objects.isNull(reading.timeSource())) {
        return Optional.of(IngestWords.kept("readings-parts"));
      }
      if (reading.metric().length() > MAX_METRIC) {
        return Optional.of(IngestWords.kept("metric-length", MAX_METRIC));
      }
    }
    return Optional.empty();
  }

  /** The value, fit to be stored. */
  static Value value(Value value) {
    if (value instanceof Value.Label label) {
      String clean = text(label.value());
      return clean.equals(label.value()) ? label : new Value.Label(clean);
    }
    return value;
  }

  /** A clause of at most 500 characters, fit to be stored and shown. */
  static String clause(String words) {
    String clean = text(words);
    return clean.length() <= MAX_CLAUSE ? clean : clean.substring(0, MAX_CLAUSE - 1) + "…";
  }

  /** Text without characters that databases refuse: NUL and lone surrogates. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isUnfit(c) ? 0xFFFD : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isUnfit(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
