package org.zhili.demo.city.town;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The town's business time as told last, and gone on from there at its speed. Always a little late
 * rather than early, since telling takes time. Thread-safe.
 */
public final class TownClock implements InstantSource {
  private final double speed;
  private final LongSupplier nanoTime;
  private volatile Told told;

  private record Told(Instant at, long nanos) {}

  /**
   * Set up.
   *
   * @param speed business seconds in a real one
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public TownClock(double speed, LongSupplier nanoTime, Instant at) {
    this.speed = speed;
    this.nanoTime = nanoTime;
    this.told = new Told(at, nanoTime.getAsLong());
  }

  /** Take over what the town says the time is. */
  public void told(Instant at) {
    Told next = new Told(at, nanoTime.getAsLong());
    Duration apart = Duration.between(instant(), at).abs();
    // a device's clock does not jump for every hiccup of the network
    if (apart.compareTo(real(Duration.ofSeconds(1))) > 0) {
      told = next;
    }
  }

  @Override
  public Instant instant() {
    Told last = told;
    return last.at().plus(real(Duration.ofNanos(nanoTime.getAsLong() - last.nanos())));
  }

  public double speed() {
    return speed;
  }

  /** The business time that passes in this real time. */
  public Duration real(Duration real) {
    return Duration.ofNanos((long) (real.toNanos() * speed));
  }
}
