package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhili.core.ingest.Decoding.Group;

/**
 * Where messages go whose driver takes long, so that those of others need not wait for it (旁路).
 *
 * <p>As long as some of a driver are here, all that come after them come here too, so that they
 * stay in their order. There is room for so many; what comes when there is none is put off to the
 * quarantine. Thread-safe.
 */
final class SideTrack {
  private final BatchWriter writer;
  private final int room;
  private final int atOnce;
  private final Ring<Group> groups;
  private final Map<String, Integer> held = new HashMap<>();

  /** Which way messages go. */
  enum Way {
    STRAIGHT_ON,
    ASIDE,
    PUT_OFF
  }

  /**
   * Open it.
   *
   * @param room how many messages have room
   * @param atOnce how many are asked about at once at most
   */
  SideTrack(BatchWriter writer, int room, int atOnce) {
    this.writer = writer;
    this.room = room;
    this.atOnce = atOnce;
    groups = new Ring<>(2 * room, room);
  }

  /** Which way the messages of a driver go now. */
  synchronized Way way(String driver) {
    if (!held.containsKey(driver)) {
      return Way.STRAIGHT_ON;
    }
    return size() < room ? Way.ASIDE : Way.PUT_OFF;
  }

  /** These will be put here when what came before them is stored. */
  synchronized void expect(List<Group> some) {
    some.forEach(group -> held.merge(group.driver(), group.items().size(), Integer::sum));
  }

  /** Take those that were expected. */
  void put(List<Group> some) {
    some.forEach(groups::put);
  }

  synchronized int size() {
    return held.values().stream().mapToInt(Integer::intValue).sum();
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
        if (group.work().isPresent() || entries(unasked).size() + group.items().size() > atOnce) {
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
    for (Group group : some) {
      held.computeIfPresent(
          group.driver(),
          (driver, count) -> count > group.items().size() ? count - group.items().size() : null);
    }
  }

  void close() {
    groups.close();
  }
}
