package org.zhili.demo.city.people;

import java.time.Duration;
import java.util.Random;

/** How long people take, in business time, and how often they do the unusual. Thread-safe. */
final class Pace {
  private final Random random;

  Pace(Random random) {
    this.random = random;
  }

  /** As long as it takes people to sign for an order, times how slow they are. */
  Duration signing(double slowness) {
    return between(60, 300, slowness);
  }

  Duration handling(double slowness) {
    return between(240, 1_200, slowness);
  }

  Duration verifying() {
    return between(60, 300, 1);
  }

  Duration deciding() {
    return between(60, 240, 1);
  }

  Duration rating() {
    return between(60, 600, 1);
  }

  Duration betweenReports() {
    return between(300, 900, 1);
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
