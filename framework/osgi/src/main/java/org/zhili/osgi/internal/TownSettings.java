package org.zhili.osgi.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhili.resources.Papers;
import org.zhili.text.Text;

/**
 * How this node runs the town, checked.
 *
 * @param city the folder of the city's pack
 * @param workers threads that do durable work
 * @param grace how long a module may be away before its cases are halted
 * @param clockStart where the business clock starts, when it does not tell real time
 * @param clockSpeed business seconds per real second
 * @param readings how long readings are kept
 * @param alarms how long alarms are kept
 * @param papers what people take away
 * @param residentReports how many reports of residents an hour
 */
record TownSettings(
    Path city,
    int workers,
    Duration grace,
    Optional<Instant> clockStart,
    double clockSpeed,
    Duration readings,
    Duration alarms,
    Papers papers,
    int residentReports) {
  private static final String USUAL_CITY = "etc/city";
  private static final int USUAL_WORKERS = 2;
  private static final int MOST_WORKERS = 64;
  private static final int USUAL_REPORTS = 600;
  private static final int LEAST_REPORTS = 60;
  private static final int MOST_REPORTS = 100_000;
  private static final int LEAST_GRACE = 15;
  private static final int MOST_GRACE = 86_400;
  private static final int HALF_A_YEAR = 184;
  private static final int MOST_DAYS = 36_500;
  private static final double FASTEST = 1_000_000;

  /**
   * What was read.
   *
   * @param settings with the usual value in the place of each that is wrong
   * @param faults a sentence for each that is wrong
   */
  record Reading(TownSettings settings, List<Text> faults) {
    Reading {
      faults = List.copyOf(faults);
    }
  }

  /** Whether the business clock is the system's. */
  boolean onRealTime() {
    return clockStart.isEmpty() && clockSpeed == 1;
  }

  static Reading read(TownConfig config) {
    Reader reader = new Reader();
    TownSettings settings =
        new TownSettings(
            reader.value("city", config::city, Path::of, USUAL_CITY),
            reader.value("workers", config::workers, Reader::workers, USUAL_WORKERS),
            reader.value(
                "modules.grace.seconds", config::modules_grace_seconds, Reader::grace, 300),
            reader.value("clock.start", config::clock_start, Reader::instant, ""),
            reader.value("clock.speed", config::clock_speed, Reader::speed, 1d),
            reader.value("keep.readings.days", config::keep_readings_days, days(1), 90),
            reader.value("keep.alarms.days", config::keep_alarms_days, days(HALF_A_YEAR), 366),
            reader
                .value(
                    "export.rows", config::export_rows, Papers.DEFAULT::upTo, Papers.DEFAULT.rows())
                .with(reader.value("print.fonts", config::print_fonts, Path::of, "etc/fonts")),
            reader.value(
                "residents.reports", config::residents_reports, Reader::reports, USUAL_REPORTS));
    return new Reading(settings, reader.faults);
  }

  private static Function<Integer, Duration> days(int least) {
    return days -> {
      if (days >= least && days <= MOST_DAYS) {
        return Duration.ofDays(days);
      }
      throw new IllegalArgumentException(least + " to " + MOST_DAYS + " days");
    };
  }

  /** Reads value by value, and remembers what is wrong. */
  private static final class Reader {
    private final List<Text> faults = new ArrayList<>();

    /** A value of the wrong type shows when it is asked for. */
    <V, T> T value(String name, Supplier<V> source, Function<V, T> check, V usual) {
      String said = "?";
      try {
        V value = source.get();
        said = String.valueOf(value);
        return check.apply(value);
      } catch (RuntimeException e) {
        faults.add(Text.of("osgi.setting", name, said, String.valueOf(usual)));
        return check.apply(usual);
      }
    }

    static int workers(int number) {
      if (number >= 1 && number <= MOST_WORKERS) {
        return number;
      }
      throw new IllegalArgumentException("1 to " + MOST_WORKERS + " workers");
    }

    static int reports(int number) {
      if (number >= LEAST_REPORTS && number <= MOST_REPORTS) {
        return number;
      }
      throw new IllegalArgumentException(LEAST_REPORTS + " to " + MOST_REPORTS + " an hour");
    }

    static Duration grace(int seconds) {
      if (seconds >= LEAST_GRACE && seconds <= MOST_GRACE) {
        return Duration.ofSeconds(seconds);
      }
      throw new IllegalArgumentException(LEAST_GRACE + " to " + MOST_GRACE + " seconds");
    }

    static double speed(double number) {
      if (number > 0 && number <= FASTEST) {
        return number;
      }
      throw new IllegalArgumentException("a clock runs at more than 0, at most at " + FASTEST);
    }

    static Optional<Instant> instant(String text) {
      return Optional.of(text.strip()).filter(t -> !t.isEmpty()).map(Instant::parse);
    }
  }
}
