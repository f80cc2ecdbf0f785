package org.zhili.core.calendar;

import java.time.Duration;
import java.time.Instant;

/** Time from an instant to a later or equal one, which it does not include. */
record Stretch(Instant from, Instant to) {
  Duration length() {
    return Duration.between(from, to);
  }

  boolean isEmpty() {
    return from.equals(to);
  }

  /** The part both have, which may be empty. */
  Stretch and(Stretch other) {
    Instant begin = later(from, other.from);
    Instant end = to.isBefore(other.to) ? to : other.to;
    return new Stretch(begin, later(begin, end));
  }

  /** Both, where they touch or overlap. */
  Stretch with(Stretch other) {
    return new Stretch(from.isBefore(other.from) ? from : other.from, later(to, other.to));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
