package org.zhili.tck.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.device.Decoded;
import org.zhili.device.Reading;
import org.zhili.device.Value;

/** What a vector says the driver answers. */
public sealed interface Expectation {
  /** Say how the answer differs; nothing when it is as expected. */
  Optional<String> difference(Decoded answer);

  /** These readings and no others, in any order. */
  record Readings(List<Reading> readings) implements Expectation {
    public Readings {
      readings = List.copyOf(readings);
    }

    @Override
    public Optional<String> difference(Decoded answer) {
      if (!(answer instanceof Decoded.Readings got)) {
        return Optional.of(Words.of(answer));
      }
      var unexpected = new ArrayList<>(got.readings());
      var missing = readings.stream().filter(wanted -> !take(wanted, unexpected)).toList();
      if (missing.isEmpty() && unexpected.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          "not said: " + Words.of(missing) + "; said beside it: " + Words.of(unexpected));
    }

    private static boolean take(Reading wanted, List<Reading> from) {
      for (int i = 0; i < from.size(); i++) {
        if (same(wanted, from.get(i))) {
          from.remove(i);
          return true;
        }
      }
      return false;
    }

    private static boolean same(Reading a, Reading b) {
      return a.device().equals(b.device())
          && a.metric().equals(b.metric())
          && a.observedAt().equals(b.observedAt())
          && a.timeSource() == b.timeSource()
          && same(a.value(), b.value());
    }

    /** Numbers may differ by rounding: 0.1 × 257 is not 25.7 to the last bit. */
    private static boolean same(Value a, Value b) {
      if (a instanceof Value.Measure one && b instanceof Value.Measure other) {
        double size = Math.max(1, Math.abs(one.value()));
        return Math.abs(one.value() - other.value()) <= 1e-9 * size;
      }
      return a.equals(b);
    }

    @Override
    public String toString() {
      return Words.of(readings);
    }
  }

  /** A refusal whose reason contains these words. */
  record Rejected(String words) implements Expectation {
    @Override
    public Optional<String> difference(Decoded answer) {
      return answer instanceof Decoded.Rejected got && got.reason().contains(words)
          ? Optional.empty()
          : Optional.of(Words.of(answer));
    }

    @Override
    public String toString() {
      return "rejected " + words;
    }
  }

  /** Another model's payload. */
  record NotMine() implements Expectation {
    @Override
    public Optional<String> difference(Decoded answer) {
      return answer instanceof Decoded.NotMine ? Optional.empty() : Optional.of(Words.of(answer));
    }

    @Override
    public String toString() {
      return "not-mine";
    }
  }

  /** Answers in the words of a vector file. */
  final class Words {
    private Words() {}

    public static String of(Decoded answer) {
      if (answer instanceof Decoded.Readings got) {
        return of(got.readings());
      }
      if (answer instanceof Decoded.Rejected got) {
        return "rejected " + got.reason();
      }
      return "not-mine";
    }

    static String of(List<Reading> readings) {
      return readings.isEmpty()
          ? "nothing"
          : readings.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    static String of(Reading reading) {
      return "reading %s %s %s at %s (%s)"
          .formatted(
              reading.device(),
              reading.metric(),
              of(reading.value()),
              reading.observedAt(),
              reading.timeSource());
    }

    private static String of(Value value) {
      if (value instanceof Value.Measure measure) {
        return Double.toString(measure.value());
      }
      if (value instanceof Value.Flag flag) {
        return Boolean.toString(flag.value());
      }
      if (value instanceof Value.Label label) {
        return "\"" + label.value() + "\"";
      }
      return value.toString();
    }
  }
}
