package org.zhili.core.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.zhili.core.ingest.Decoding.Group;

/**
 * Where messages go whose driver takes long, so that those of others need not wait for it (旁路).
 *
 * <p>As long as some of a driver are here, all that come after them come here too, so that they
 * stay in their order. There is room for so many, and they wait for so long: what comes when there
 * is no room, or when others of its driver have waited longer, is put off to the quarantine, since
 * what waits here takes its place among those that a connection may have under way. Thread-safe.
 */
final class SideTrack {
  private final BatchWriter writer;
  private final Bounds bounds;
  private final LongSupplier nanos;
  private final Ring<Group> groups;
  private final Map<String, Deque<Held>> held = new HashMap<>();
  private long asked;
  private long flowing;

  /** Which way messages go. */
  enum Way {
    STRAIGHT_ON,
    ASIDE,
    PUT_OFF
  }

  /**
   * What is too much.
   *
   * @param room how many messages have room
   * @param atOnce how many are asked about at once at most
   * @param patience how long the first of a driver may be here before others are put off
   */
  record Bounds(int room, int atOnce, Duration patience) {
    /** The longest step of the time that counts. */
    private long step() {
      return patience.toNanos() / 10;
    }
  }

  /** How many came together, and when. */
  private record Held(int messages, long since) {}

  /**
   * Open it.
   *
   * @param nanos a clock that only runs on
   */
  SideTrack(BatchWriter writer, Bounds bounds, LongSupplier nanos) {
    this.writer = writer;
    this.bounds = bounds;
    this.nanos = nanos;
    groups = new Ring<>(2 * bounds.room(), bounds.room());
    asked = nanos.getAsLong();
  }

  /** Which way the messages of a driver go now. */
  synchronized Way way(String driver) {
    flow();
    Deque<Held> before = held.get(driver);
    if (before == null) {
      return Way.STRAIGHT_ON;
    }
    boolean slow = flowing - before.getFirst().since() > bounds.patience().toNanos();
    return slow || size() >= bounds.room() ? Way.PUT_OFF : Way.ASIDE;
  }

  /** Time in which nothing could be stored is nobody's fault: nobody asks the way then. */
  private void flow() {
    long now = nanos.getAsLong();
    flowing += Math.min(now - asked, bounds.step());
    asked = now;
  }

  /** These will be put here when what came before them is stored. */
  synchronized void expect(List<Group> some) {
    for (Group group : some) {
      held.computeIfAbsent(group.driver(), driver -> new ArrayDeque<>())
          .add(new Held(group.items().size(), flowing));
    }
  }

  /** Take those that were expected. */
  void put(List<Group> some) {
    some.forEach(groups::put);
  }

  synchronized int size() {
    return held.values().stream().flatMap(Deque::stream).mapToInt(Held::messages).sum();
  }

  /** Store what comes, in order, until it is closed. */
  void run() throws InterruptedException {
    List<Group> taken = groups.take(0);
    while (!taken.isEmpty()) {
      List<Group> unasked = new ArrayList<>();
      for (Group group : taken) {
        if (writer.isLeaving()) {
          return; // they got no receipt, and come again
        }
        if (group.work().isPresent()
            || entries(unasked).size() + group.items().size() > bounds.atOnce()) {
          settle(unasked);
          unasked = new ArrayList<>();
        }
        if (group.work().isPresent()) {
          settleAsked(group);
        } else {
          unasked.add(group);
        }
      }
      settle(unasked);
      taken = groups.take(0);
    }
  }

  private void settleAsked(Group group) throws InterruptedException {
    writer.settle(writer.finished(group));
    gone(List.of(group));
  }

  private void settle(List<Group> unasked) throws InterruptedException {
    writer.settle(entries(unasked));
    gone(unasked);
  }

  private static List<Entry> entries(List<Group> some) {
    return some.stream().flatMap(group -> group.entries().stream()).toList();
  }

  private synchronized void gone(List<Group> some) {
    for (Group group : some) { // they leave in the order in which they came
      Deque<Held> own = held.getOrDefault(group.driver(), new ArrayDeque<>());
      own.poll();
      if (own.isEmpty()) {
        held.remove(group.driver());
      }
    }
  }

  void close() {
    groups.close();
  }
}
