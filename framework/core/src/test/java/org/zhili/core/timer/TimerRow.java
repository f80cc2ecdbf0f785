package org.zhili.core.timer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/** A timer; nobody takes it before its lease or pause ends; dead when it has a time of death. */
record TimerRow(
    long id,
    Name name,
    String lane,
    Instant dueAt,
    int attempts,
    long fence,
    boolean taken,
    OptionalLong heldUntil,
    String error,
    Optional<Instant> diedAt) {

  TimerClaim claim() {
    return new TimerClaim(id, name.kind(), name.key(), dueAt, attempts, fence);
  }

  TimerRow held(long until) {
    return new TimerRow(
        id,
        name,
        lane,
        dueAt,
        attempts + 1,
        fence + 1,
        true,
        OptionalLong.of(until),
        error,
        diedAt);
  }

  TimerRow until(long nanos) {
    return new TimerRow(
        id,
        name,
        lane,
        dueAt,
        attempts,
        fence,
        true,
        OptionalLong.of(nanos),
        error,
        Optional.empty());
  }

  TimerRow back(Instant at, int tried, OptionalLong until, String why) {
    return new TimerRow(id, name, lane, at, tried, fence, false, until, why, Optional.empty());
  }

  TimerRow dead(Instant at, String why) {
    return new TimerRow(
        id, name, lane, dueAt, attempts, fence, true, OptionalLong.empty(), why, Optional.of(at));
  }

  boolean leasedAt(long now) {
    return taken && heldAt(now);
  }

  boolean heldAt(long now) {
    return heldUntil.isPresent() && heldUntil.getAsLong() - now > 0;
  }

  /** What a timer is called. */
  record Name(String kind, String key) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::kind).thenComparing(Name::key);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }
}
