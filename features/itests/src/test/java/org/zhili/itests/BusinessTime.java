package org.zhili.itests;

import java.time.Duration;
import java.time.Instant;

/**
 * One business time for a town that is started again and again, and for its devices. The devices'
 * clocks are slow by more than a start takes, so that nothing a device says lies in the future.
 */
final class BusinessTime {
  private static final Duration SLOW = Duration.ofMinutes(10);

  private final Instant start;
  private final long startedAt = System.nanoTime();

  BusinessTime(String start) {
    this.start = Instant.parse(start);
  }

  /** What the clock of a town that starts now shows. */
  Instant ofTown() {
    return start.plusNanos(System.nanoTime() - startedAt);
  }

  /** What a device's clock shows. */
  Instant ofDevice() {
    return ofTown().minus(SLOW);
  }
}
