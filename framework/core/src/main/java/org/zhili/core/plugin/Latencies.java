package org.zhili.core.plugin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long questions took: counts in steps of an eighth, so that a percentile is at most 12.5 % too
 * high. Thread-safe, takes no lock.
 */
final class Latencies {
  private static final int STEPS = 8;
  private static final int STEP_BITS = 3;

  private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - STEP_BITS) * STEPS);

  void took(long nanos) {
    counts.incrementAndGet(step(Math.max(0, nanos)));
  }

  /** What this share of the questions did not exceed; zero when there were none. */
  Duration percentile(double share) {
    long all = 0;
    for (int step = 0; step < counts.length(); step++) {
      all += counts.get(step);
    }
    long wanted = (long) Math.ceil(all * share);
    long seen = 0;
    for (int step = 0; step < counts.length() && wanted > 0; step++) {
      seen += counts.get(step);
      if (seen >= wanted) {
        return Duration.ofNanos(end(step));
      }
    }
    return Duration.ZERO;
  }

  private static int step(long nanos) {
    if (nanos < STEPS) {
      return (int) nanos;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - STEP_BITS;
    return shift * STEPS + (int) (nanos >>> shift);
  }

  /** The longest time that counts as this step. */
  private static long end(int step) {
    if (step < STEPS * 2) {
      return step;
    }
    int shift = step / STEPS - 1;
    return ((long) (step % STEPS + STEPS + 1) << shift) - 1;
  }
}
