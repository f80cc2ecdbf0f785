package org.zhili.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Tells business time, the time of everything people see.
 *
 * <p>It is either the system's time, or another source's, or a start instant plus the real time
 * elapsed since then times a speed, for demonstrations and tests of a whole town. Elapsed real time
 * is taken from {@link System#nanoTime()}, so an accelerated clock never goes back while it runs.
 *
 * <p>What is stored in an accelerated town may be ahead of its clock's start: after a restart, time
 * would go back and new events would stand before old ones. {@link #from(Instant, double, Instant)}
 * therefore takes the last business instant the town knows of and goes on from there.
 *
 * <p>Instants are cut to microseconds, which is what databases keep, so that an instant read back
 * equals the one that was written. Thread-safe and immutable.
 */
public final class BusinessClock implements InstantSource {
  private static final double NANOS_PER_SECOND = 1_000_000_000d;
  private static final double FASTEST = 1_000_000d;

  private final InstantSource wall;
  private final double speed;

  private BusinessClock(InstantSource wall, double speed) {
    this.wall = wall;
    this.speed = speed;
  }

  /** Tell the system's time. */
  public static BusinessClock system() {
    return new BusinessClock(InstantSource.system(), 1);
  }

  /** Tell another source's time. */
  public static BusinessClock of(InstantSource source) {
    return source instanceof BusinessClock clock ? clock : new BusinessClock(source, 1);
  }

  /**
   * Start at an instant and run at a speed.
   *
   * @param speed business seconds per real second, more than 0 and at most a million
   */
  public static BusinessClock from(Instant start, double speed) {
    return from(start, speed, start);
  }

  /**
   * Start at an instant, or go on from a later one, and run at a speed.
   *
   * @param notBefore the last business instant the town knows of
   */
  public static BusinessClock from(Instant start, double speed, Instant notBefore) {
    return from(start.isBefore(notBefore) ? notBefore : start, speed, System::nanoTime);
  }

  static BusinessClock from(Instant origin, double speed, LongSupplier nanoTime) {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException("a clock runs at 0 to " + FASTEST + ", not at " + speed);
    }
    long startedAt = nanoTime.getAsLong();
    return new BusinessClock(
        () -> origin.plus(scaled(nanoTime.getAsLong() - startedAt, speed)), speed);
  }

  @Override
  public Instant instant() {
    return wall.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Business seconds per real second. */
  public double speed() {
    return speed;
  }

  /**
   * Convert business time to the real time it takes, for waiting. Rounded up, so that whoever waits
   * this long does not wake early; time that has passed already takes none.
   */
  public Duration realTime(Duration business) {
    if (business.isNegative() || business.isZero()) {
      return Duration.ZERO;
    }
    if (speed == 1) {
      return business;
    }
    double seconds = (business.getSeconds() + business.getNano() / NANOS_PER_SECOND) / speed;
    return ofSeconds(seconds).plusNanos(1);
  }

  /** The real time until a business instant; none when it has come. */
  public Duration realTimeUntil(Instant business) {
    return realTime(Duration.between(instant(), business));
  }

  private static Duration scaled(long nanos, double speed) {
    return speed == 1 ? Duration.ofNanos(nanos) : ofSeconds(nanos / NANOS_PER_SECOND * speed);
  }

  private static Duration ofSeconds(double seconds) {
    long whole = (long) seconds;
    return Duration.ofSeconds(whole, (long) ((seconds - whole) * NANOS_PER_SECOND));
  }
}
