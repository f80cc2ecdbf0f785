package org.zhili.listener;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhili.device.Origin;
import org.zhili.frame.Part;

/**
 * Parts of messages that wait for the others, of one connection. Bounded by number and size; what
 * is too much goes the way of what waited too long. Not thread-safe.
 */
final class Parts {
  private static final int MOST_MESSAGES = 4;
  private static final int MOST_BYTES = 60_000;

  private final long patienceNanos;
  private final Map<Key, Waiting> waiting = new LinkedHashMap<>();

  private record Key(Origin origin, String of) {}

  private record Waiting(long since, Part like, Map<Integer, Message> there) {
    int bytes() {
      return there.values().stream().mapToInt(part -> part.payload().size()).sum();
    }
  }

  Parts(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /**
   * Take a part. One that is there already is replaced: its station sent it again.
   *
   * @return the whole message, when this was the last part of it
   */
  Optional<Message> add(Part part, Message message, long now) {
    Key key = new Key(message.origin(), part.of());
    Waiting waits = waiting.computeIfAbsent(key, none -> new Waiting(now, part, new TreeMap<>()));
    waits.there().put(part.number(), message);
    if (waits.there().size() < part.count()) {
      return Optional.empty();
    }
    waiting.remove(key);
    return Optional.of(Message.joined(List.copyOf(waits.there().values())));
  }

  /** Give up on what waited too long, or is too much. */
  Abandoned overdue(long now) {
    List<Message> alone = new ArrayList<>();
    int dropped = 0;
    var each = waiting.values().iterator();
    int messages = waiting.size();
    int bytes = waiting.values().stream().mapToInt(Waiting::bytes).sum();
    while (each.hasNext()) {
      Waiting waits = each.next();
      if (now - waits.since() >= patienceNanos || messages > MOST_MESSAGES || bytes > MOST_BYTES) {
        each.remove();
        messages--;
        bytes -= waits.bytes();
        if (waits.like().standsAlone()) {
          alone.addAll(waits.there().values());
        } else {
          dropped += waits.there().size();
        }
      }
    }
    return new Abandoned(alone, dropped);
  }

  /**
   * Parts whose others did not come.
   *
   * @param alone those that can be read alone, as messages
   * @param dropped how many others there were
   */
  record Abandoned(List<Message> alone, int dropped) {}

  /** How many parts wait. */
  int size() {
    return waiting.values().stream().mapToInt(waits -> waits.there().size()).sum();
  }
}
