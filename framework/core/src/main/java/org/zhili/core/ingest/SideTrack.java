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
 * stay in their order. There is room for so many, and they wait for each other so long: what comes
 * when there is no room, or when others of its driver have waited longer, is put off to the
 * quarantine, since what waits here takes its place among those that a connection may have under
 * way. Thread-safe.
 */
final class SideTrack {
  private final BatchWriter writer;
  private final Bounds bounds;
  private final LongSupplier nanos;
  private final Ring<Group> groups;
  private final Map<String, Line> lines = new HashMap<>();
  private long asked;
  private long flowing;
  private boolean closed;

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
   * @param patience how long the first of a driver may wait for others of it before more are put
   *     off
   */
  record Bounds(int room, int atOnce, Duration patience) {
    /** The longest step of the time that counts. */
    private long step() {
      return patience.toNanos() / 10;
    }
  }

  /** What of one driver is here, in its order, and the time that was spent on its messages. */
  private static final class Line {
    private final Deque<Held> held = new ArrayDeque<>();
    private long worked;
    private long begunAt;
    private boolean begun;

    private long worked(long now) {
      return begun ? worked + now - begunAt : worked;
    }
  }

  /** How many came together, and what had been spent on those before them. */
  private record Held(int messages, long worked) {}

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
    Line line = lines.get(driver);
    if (line == null) {
      return Way.STRAIGHT_ON;
    }
    long waited = line.worked(flowing) - line.held.getFirst().worked();
    boolean slow = waited > bounds.patience().toNanos();
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
      Line line = lines.computeIfAbsent(group.driver(), driver -> new Line());
      line.held.add(new Held(group.items().size(), line.worked(flowing)));
    }
  }

  /** Take those that were expected. */
  void put(List<Group> some) {
    some.forEach(groups::put);
  }

  synchronized int size() {
    return lines.values().stream()
        .flatMap(line -> line.held.stream())
        .mapToInt(Held::messages)
        .sum();
  }

  /** Wait until nobody is here, or it is closed. */
  synchronized void awaitEmpty() throws InterruptedException {
    while (!lines.isEmpty() && !closed) {
      wait();
    }
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
        if (!goesWith(group, unasked)) {
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

  /** One driver is asked about many messages at once, and none waits for another's. */
  private boolean goesWith(Group group, List<Group> unasked) {
    return group.work().isEmpty()
        && unasked.stream().allMatch(other -> other.driver().equals(group.driver()))
        && entries(unasked).size() + group.items().size() <= bounds.atOnce();
  }

  private void settleAsked(Group group) throws InterruptedException {
    begin(group.driver());
    writer.settle(writer.finished(group));
    gone(List.of(group));
  }

  private void settle(List<Group> unasked) throws InterruptedException {
    if (!unasked.isEmpty()) {
      begin(unasked.get(0).driver());
      writer.settle(entries(unasked));
      gone(unasked);
    }
  }

  private static List<Entry> entries(List<Group> some) {
    return some.stream().flatMap(group -> group.entries().stream()).toList();
  }

  private synchronized void begin(String driver) {
    Line line = line(driver);
    line.begun = true;
    line.begunAt = flowing;
  }

  /** Groups of one driver leave in the order in which they came. */
  private synchronized void gone(List<Group> some) {
    String driver = some.get(0).driver();
    Line line = line(driver);
    line.worked = line.worked(flowing);
    line.begun = false;
    some.forEach(group -> line.held.remove());
    if (line.held.isEmpty()) {
      lines.remove(driver);
    }
    notifyAll();
  }

  private Line line(String driver) {
    Line line = lines.get(driver);
    if (line == null) {
      throw new IllegalStateException("nobody of " + driver + " was expected");
    }
    return line;
  }

  void close() {
    groups.close();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
