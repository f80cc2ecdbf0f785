package org.zhili.module;

import java.time.Duration;

/**
 * When a job runs: the first time soon after it appears, then again and again.
 *
 * @param every at least a second, in business time
 */
public record Schedule(Duration every) {
  public Schedule {
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("at least a second apart: " + every);
    }
  }
}
