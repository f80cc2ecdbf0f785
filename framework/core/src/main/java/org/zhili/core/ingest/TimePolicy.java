package org.zhili.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;

/** Decides which time a reading is given and whether it is late. Pure functions. */
final class TimePolicy {
  /** A device's clock may run ahead by this much; beyond, it is not believed. */
  static final Duration AHEAD = Duration.ofHours(24);

  /**
   * A device that was cut off may report what it kept for this long; beyond, its clock was reset
   * and is not believed, or every alarm of it would be late.
   */
  static final Duration BEHIND = Duration.ofDays(30);

  private static final Duration APART = Duration.of(1, ChronoUnit.MICROS);

  private TimePolicy() {}

  /**
   * Give the reading its time, in whole microseconds, and add what is remarkable about it.
   *
   * <p>Times of receipt tell arrivals apart: one that falls on the instant of the one before, or
   * comes after the town's clock was set back, is moved behind it by a microsecond.
   *
   * @param last the reading of the same metric that came before
   * @param now the town's time
   */
  static Reading timed(
      Reading reading,
      Instant receivedAt,
      @Nullable Latest last,
      Instant now,
      EnumSet<Flag> flags) {
    Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
    TimeSource source = reading.timeSource();
    Instant at = received;
    if (source != TimeSource.RECEIVED) {
      at = reading.observedAt().truncatedTo(ChronoUnit.MICROS);
      if (at.isAfter(received.plus(AHEAD))) {
        flags.add(Flag.FUTURE);
      } else if (at.isBefore(received.minus(BEHIND))) {
        flags.add(Flag.ANCIENT);
      }
      if (!flags.isEmpty()) {
        source = TimeSource.RECEIVED;
        at = received;
      }
    }
    if (source == TimeSource.RECEIVED && last != null && follows(last, received, now)) {
      Instant behind = last.reading().observedAt().plus(APART);
      at = at.isBefore(behind) ? behind : at;
    }
    return new Reading(reading.device(), reading.metric(), reading.value(), at, source);
  }

  /** Whether a newer reading of the metric was here before this one. */
  static boolean late(Reading timed, @Nullable Latest latest) {
    return latest != null && timed.observedAt().isBefore(latest.mark());
  }

  /**
   * The time by which readings are put in order. A device whose clock runs ahead is not held to its
   * own future once the clock is put right.
   */
  static Instant mark(Reading timed, Instant receivedAt) {
    return timed.timeSource() != TimeSource.RECEIVED && timed.observedAt().isAfter(receivedAt)
        ? receivedAt
        : timed.observedAt();
  }

  private static boolean follows(Latest last, Instant received, Instant now) {
    return last.reading().timeSource() == TimeSource.RECEIVED
        && (last.receivedAt().equals(received) || last.receivedAt().isAfter(now));
  }
}
