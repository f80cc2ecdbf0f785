package org.zhili.demo.city.device;

import java.time.Duration;
import java.util.Random;
import org.zhili.demo.city.town.TownClock;

/**
 * How often things happen, in business time. However fast the clock runs, no sensor speaks more
 * often, and the city breaks no faster, than one can watch.
 */
final class Rhythm {
  private final TownClock clock;
  private final Random random;

  Rhythm(TownClock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  /** Until a sensor that is well speaks again. */
  Duration heartbeat() {
    return between(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMillis(1500));
  }

  /** Until a sensor with a trouble speaks again. */
  Duration complaint() {
    return between(Duration.ofMinutes(3), Duration.ofMinutes(7), Duration.ofMillis(750));
  }

  /** Until something goes wrong somewhere; as irregular as chance is. */
  Duration untilTrouble() {
    Duration mean = longer(Duration.ofSeconds(50), Duration.ofSeconds(1));
    double wait = -Math.log(1 - random.nextDouble()) * mean.toNanos();
    return Duration.ofNanos((long) Math.min(wait, 5d * mean.toNanos()));
  }

  /** Until a sensor notices that it was repaired. */
  Duration noticing() {
    return between(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ZERO);
  }

  /** Until a bad repair gives way. */
  Duration relapse() {
    return between(Duration.ofMinutes(4), Duration.ofMinutes(7), Duration.ofSeconds(3));
  }

  /** How long a sensor has to have been well before chance may strike it. */
  Duration rest() {
    return longer(Duration.ofMinutes(5), Duration.ofSeconds(3));
  }

  private Duration between(Duration least, Duration most, Duration leastReal) {
    Duration spread = most.minus(least);
    Duration wait = least.plus(Duration.ofNanos((long) (random.nextDouble() * spread.toNanos())));
    return longer(wait, leastReal);
  }

  private Duration longer(Duration wait, Duration real) {
    Duration least = clock.real(real);
    return wait.compareTo(least) < 0 ? least : wait;
  }
}
