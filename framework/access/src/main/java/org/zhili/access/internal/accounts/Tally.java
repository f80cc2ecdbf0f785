package org.zhili.access.internal.accounts;

/**
 * Failures of somebody, or somewhere. They fade since the last one faded or a lock was over; what
 * was tried since, well or in vain, puts nothing off. Times are real, in nanoseconds.
 */
final class Tally {
  private final Rule rule;
  private int failures;
  private long fadedAt;
  private long lockedUntil;

  Tally(Rule rule, long now) {
    this.rule = rule;
    fadedAt = now;
    lockedUntil = now;
  }

  /** Of somebody who has to wait for a first try, and after it again. */
  static Tally waiting(Rule rule, long now) {
    Tally tally = new Tally(rule, now);
    tally.failures = rule.most();
    tally.lockedUntil = now + Rule.LONGEST.toNanos();
    return tally;
  }

  /** For how long it is still locked, if at all. */
  long pause(long now) {
    return lockedUntil - now;
  }

  /** Whether there are as many failures as are free. */
  boolean isFull(long now) {
    fade(now);
    return failures >= rule.free();
  }

  void count(long now) {
    fade(now);
    failures = Math.min(failures + 1, rule.most());
  }

  void lock(long now) {
    if (failures >= rule.free()) {
      lockedUntil = now + rule.lock(failures).toNanos();
    }
  }

  /** The last one was none, and did not lock anything. */
  void takeBack(long now) {
    failures = Math.max(0, failures - 1);
    if (pause(now) > 0) {
      lockedUntil = fadedAt;
    }
  }

  private void fade(long now) {
    long since = lockedUntil - fadedAt > 0 ? lockedUntil : fadedAt;
    long faded = Math.max(0, (now - since) / rule.fades().toNanos());
    if (faded >= failures) {
      failures = 0;
      fadedAt = now;
    } else {
      failures -= (int) faded;
      fadedAt = since + faded * rule.fades().toNanos();
    }
  }
}
