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
    Optional<Missing> missing,
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
        missing,
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
        missing,
        Optional.empty());
  }

  TimerRow back(Instant at, int tried, OptionalLong until, String why) {
    return new TimerRow(
        id, name, lane, at, tried, fence, false, until, why, Optional.empty(), Optional.empty());
  }

  TimerRow awaiting(Optional<Missing> what) {
    return new TimerRow(
        id, name, lane, dueAt, attempts, fence, taken, heldUntil, error, what, diedAt);
  }

  TimerRow dead(Instant at, String why) {
    return new TimerRow(
        id,
        name,
        lane,
        dueAt,
        attempts,
        fence,
        true,
        OptionalLong.empty(),
        why,
        missing,
        Optional.of(at));
  }

  TimerRow free() {
    return back(dueAt, attempts, OptionalLong.empty(), error).awaiting(missing);
  }

  Optional<DeadTimer> asDead() {
    return diedAt.map(at -> new DeadTimer(id, name.kind(), name.key(), attempts, error, at));
  }

  boolean leasedAt(long now) {
    return taken && heldAt(now);
  }

  boolean heldAt(long now) {
    return heldUntil.isPresent() && heldUntil.getAsLong() - now > 0;
  }

  /** When it is due; of those due at once the first written comes first. */
  record Due(Instant at, long id) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at).thenComparing(Due::id);

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  /** Its place in its lane. */
  record Place(String lane, long id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::lane).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
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
