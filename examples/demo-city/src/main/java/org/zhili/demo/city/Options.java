package org.zhili.demo.city;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhili.text.Text;

/**
 * What the demonstration was asked to do.
 *
 * @param speed business seconds in a real one
 * @param length how long it plays; without one until it is interrupted
 * @param home the unpacked distribution
 */
public record Options(double speed, Optional<Duration> length, Path home) {
  /** Half a minute in a second: a case is closed within a minute or two. */
  static final double LIVELY = 30;

  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 3600;
  private static final int LONGEST = 86_400;

  /** What came of reading them. */
  public sealed interface Parsed {
    record Asked(Options options) implements Parsed {}

    /** They cannot be followed, or help was asked for. */
    record Told(Text text, boolean isWrong) implements Parsed {}
  }

  /** Read them from a command line. */
  public static Parsed parse(List<String> arguments) {
    Optional<Double> speed = Optional.of(LIVELY);
    Optional<Duration> length = Optional.empty();
    Optional<Path> home = Optional.empty();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (option.equals("--help") || option.equals("-h")) {
        return new Parsed.Told(Text.of("demo.usage"), false);
      }
      if (i + 1 == arguments.size()) {
        return wrong("demo.option-alone", option);
      }
      String value = arguments.get(i + 1);
      switch (option) {
        case "--speed" -> speed = speed(value);
        case "--seconds" -> length = length(value);
        case "--home" -> home = Optional.of(Path.of(value).toAbsolutePath().normalize());
        default -> {
          return wrong("demo.option-unknown", option);
        }
      }
      if (speed.isEmpty() || (option.equals("--seconds") && length.isEmpty())) {
        return wrong("demo.option-value", option, value);
      }
    }
    return asked(speed.orElse(LIVELY), length, home);
  }

  private static Parsed asked(double speed, Optional<Duration> length, Optional<Path> home) {
    return home.<Parsed>map(folder -> new Parsed.Asked(new Options(speed, length, folder)))
        .orElseGet(() -> wrong("demo.option-missing", "--home"));
  }

  private static Optional<Double> speed(String text) {
    return Optional.of(text)
        .filter(given -> given.matches("[0-9]{1,4}(\\.[0-9]{1,3})?"))
        .map(Double::parseDouble)
        .filter(given -> given >= SLOWEST && given <= FASTEST);
  }

  private static Optional<Duration> length(String text) {
    return Optional.of(text)
        .filter(given -> given.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .filter(given -> given <= LONGEST)
        .map(Duration::ofSeconds);
  }

  private static Parsed wrong(String key, String... arguments) {
    return new Parsed.Told(Text.of(key, arguments), true);
  }
}
