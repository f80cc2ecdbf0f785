package org.zhili.listener;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The listener's share of what the town holds at once. A message has a place in it from when it is
 * handed over until it is stored, also when its connection has ended meanwhile. Thread-safe.
 */
final class Room {
  /** A message without a receipt for so long is one the town could not store, and comes again. */
  static final Duration LOST = Duration.ofMinutes(10);

  private final int places;
  private final Set<Delivery> taken = new LinkedHashSet<>();

  Room(int places) {
    this.places = Math.max(1, places);
  }

  /** Whether there is a place now. */
  synchronized boolean isThere(long now) {
    forgetLost(now);
    return taken.size() < places;
  }

  /** Take a place; false when there is none. */
  synchronized boolean take(Delivery delivery, long now) {
    return isThere(now) && taken.add(delivery);
  }

  synchronized void free(Delivery delivery) {
    taken.remove(delivery);
  }

  private void forgetLost(long now) {
    var eldest = taken.iterator();
    while (eldest.hasNext() && now - eldest.next().since() > LOST.toNanos()) {
      eldest.remove();
    }
  }
}
