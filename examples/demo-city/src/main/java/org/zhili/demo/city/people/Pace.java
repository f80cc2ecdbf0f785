package org.zhili.demo.city.people;

import java.time.Duration;
import java.util.Random;
import org.zhili.demo.city.town.TownClock;

/** How long people take, in business time, and how often they do the unusual. Thread-safe. */
final class Pace {
  private static final int LONGEST_SIGNING = 300;
  private static final int LONGEST_HANDLING = 1_200;
  private static final int LONGEST_VERIFYING = 300;

  /** In real time, what a person who watches can follow and the town's people can work off. */
  private static final Duration LEAST_BETWEEN_CALLS = Duration.ofSeconds(5);

  /** In real time, until people have seen their tasks, also on a machine with much else to do. */
  private static final Duration LOOKING_AROUND = Duration.ofSeconds(60);

  private final Random random;
  private final TownClock clock;

  Pace(Random random, TownClock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** As long as it takes people to sign for an order, times how slow they are. */
  Duration signing(double slowness) {
    return between(60, LONGEST_SIGNING, slowness);
  }

  Duration handling(double slowness) {
    return between(240, LONGEST_HANDLING, slowness);
  }

  Duration verifying() {
    return between(60, LONGEST_VERIFYING, 1);
  }

  /**
   * How long after its report a case is closed at the latest, when nothing out of the ordinary
   * happens to it.
   */
  Duration fromReportToEnd() {
    return Duration.ofSeconds(LONGEST_SIGNING + LONGEST_HANDLING + LONGEST_VERIFYING)
        .plus(clock.real(LOOKING_AROUND));
  }

  Duration deciding() {
    return between(60, 240, 1);
  }

  /** Until the day so far is graded again. */
  Duration grading() {
    return between(1800, 3600, 1);
  }

  Duration rating() {
    return between(60, 600, 1);
  }

  /** Until the next resident calls; however fast the clock runs, some real time. */
  Duration betweenCalls() {
    Duration wait = between(300, 900, 1);
    Duration least = clock.real(LEAST_BETWEEN_CALLS);
    return wait.compareTo(least) < 0 ? least : wait;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from 0 on, below the limit. */
  int pick(int limit) {
    return random.nextInt(limit);
  }

  private Duration between(int least, int most, double slowness) {
    return Duration.ofMillis(
        (long) ((least + random.nextDouble() * (most - least)) * slowness * 1000));
  }
}
