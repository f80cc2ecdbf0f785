package org.zhili.access.internal.accounts;

import java.time.Duration;

/**
 * How failures count.
 *
 * @param free how many there may be before a lock, or before it is a siege
 * @param fades how long it takes until one of them is forgotten
 */
record Rule(int free, Duration fades) {
  /** No lock is longer. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 5;

  /** How long to lock after so many failures; the longest is reached with {@link #most}. */
  Duration lock(int failures) {
    Duration doubled = FIRST.multipliedBy(1L << (failures - free));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** More are not remembered, so that all of them fade in good time. */
  int most() {
    return free + DOUBLINGS;
  }
}
