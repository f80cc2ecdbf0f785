package org.zhili.demo.city.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What somebody means to do, and when. Thread-safe. */
final class Diary {
  private final InstantSource clock;
  private final Map<String, Instant> intentions = new HashMap<>();

  Diary(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether it is time; whoever meets a thing for the first time takes a while for it.
   *
   * @param pause how long, in business time; asked once for each thing
   */
  synchronized boolean isTime(String thing, Supplier<Duration> pause) {
    Instant now = clock.instant();
    Instant at = intentions.computeIfAbsent(thing, first -> now.plus(pause.get()));
    return !now.isBefore(at);
  }

  /** Put a thing off once more. */
  synchronized void putOff(String thing, Duration time) {
    intentions.put(thing, clock.instant().plus(time));
  }

  /** A thing is done; met again, it takes a while again. */
  synchronized void done(String thing) {
    intentions.remove(thing);
  }
}
