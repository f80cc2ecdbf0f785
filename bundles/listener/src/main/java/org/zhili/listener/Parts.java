package org.zhili.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.zhili.device.Origin;
import org.zhili.frame.Part;

/**
 * Parts of messages that wait for the others, of one connection. Bounded by number and size; what
 * is too much goes the way of what waited too long. Not thread-safe.
 *
 * <p>Parts that do not stand alone belong together only when they came in one row: from the first
 * to the last, with nothing else of their station in between.
 */
final class Parts {
  private static final int MOST_MESSAGES = 4;
  private static final int MOST_BYTES = 60_000;

  private final long patienceNanos;
  private final Consumer<Message> messages;
  private final Counters counters;
  private final List<Waiting> waiting = new ArrayList<>();

  /** A message that is not whole. */
  private record Waiting(long since, Origin origin, Part like, TreeMap<Integer, Message> there) {
    int bytes() {
      return there.values().stream().mapToInt(part -> part.payload().size()).sum();
    }

    /** Whether this part continues what waits. */
    boolean isContinuedBy(Part part, Message message) {
      if (!message.origin().equals(origin)
          || !part.of().equals(like.of())
          || part.count() != like.count()) {
        return false;
      }
      Message before = there.get(part.number());
      boolean again = before != null && before.payload().equals(message.payload());
      boolean next = part.number() == there.lastKey() + 1;
      return again || (like.standsAlone() ? part.number() != 1 || before == null : next);
    }

    /** Whether what waits cannot bear anything else of this origin before the rest is there. */
    boolean isRow(Origin of) {
      return origin.equals(of) && !like.standsAlone();
    }

    /** Whether it is an older message that goes by the same name. */
    boolean isNamed(Part part, Message message) {
      return origin.equals(message.origin()) && like.of().equals(part.of());
    }
  }

  /**
   * @param messages gets each message that is whole, and each part that is read alone
   */
  Parts(long patienceNanos, Consumer<Message> messages, Counters counters) {
    this.patienceNanos = patienceNanos;
    this.messages = messages;
    this.counters = counters;
  }

  /** Take a part; the first one of a new message ends the wait of an older one. */
  void add(Part part, Message message, long now) {
    Predicate<Waiting> continued = waits -> waits.isContinuedBy(part, message);
    end(
        waits ->
            !continued.test(waits)
                && (waits.isRow(message.origin()) || waits.isNamed(part, message)));
    Waiting waits =
        waiting.stream()
            .filter(continued)
            .findFirst()
            .orElseGet(() -> begin(new Waiting(now, message.origin(), part, new TreeMap<>())));
    waits.there().put(part.number(), message);
    if (waits.there().size() == part.count()) {
      waiting.remove(waits);
      messages.accept(Message.joined(List.copyOf(waits.there().values())));
    } else if (!part.standsAlone() && waits.there().firstKey() > 1) {
      end(waits::equals);
    }
  }

  private Waiting begin(Waiting begun) {
    waiting.add(begun);
    return begun;
  }

  /** A frame that is no part came from there. */
  void interrupt(Origin origin) {
    end(waits -> waits.isRow(origin));
  }

  /** Give up on what waited too long, or is too much. */
  void giveUp(long now) {
    end(waits -> isOverdue(waits, now));
    while (waiting.size() > MOST_MESSAGES || bytes() > MOST_BYTES) {
      end(waiting.get(0)::equals);
    }
  }

  private boolean isOverdue(Waiting waits, long now) {
    return now - waits.since() >= patienceNanos;
  }

  /** Whether there is something to give up on. */
  boolean isOverdue(long now) {
    return waiting.stream().anyMatch(waits -> isOverdue(waits, now));
  }

  private void end(Predicate<Waiting> which) {
    List<Waiting> ending = waiting.stream().filter(which).toList();
    waiting.removeAll(ending);
    for (Waiting waits : ending) {
      if (waits.like().standsAlone()) {
        waits.there().values().forEach(messages);
      } else {
        counters.dropped.add(waits.there().size());
      }
    }
  }

  private int bytes() {
    return waiting.stream().mapToInt(Waiting::bytes).sum();
  }

  /** How many parts wait. */
  int size() {
    return waiting.stream().mapToInt(waits -> waits.there().size()).sum();
  }
}
