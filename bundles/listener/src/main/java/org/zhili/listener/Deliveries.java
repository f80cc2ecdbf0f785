package org.zhili.listener;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zhili.message.IncomingMessage;

/**
 * The messages of one connection that wait to be stored, or for their answer to be taken.
 *
 * <p>A worker delivers, the listener's thread answers, and receipts come on threads of the town's.
 */
final class Deliveries {
  private final Town town;
  private final Room room;
  private final int most;
  private final Runnable wake;
  private final Deque<Delivery> open = new ConcurrentLinkedDeque<>();
  private final Queue<Delivery> stored = new ConcurrentLinkedQueue<>();
  private final Deque<Delivery> outgoing = new ArrayDeque<>();

  /**
   * @param room what all connections share
   * @param most how many may be open
   * @param wake called on whatever thread when an answer may be sent
   */
  Deliveries(Town town, Room room, int most, Runnable wake) {
    this.town = town;
    this.room = room;
    this.most = most;
    this.wake = wake;
  }

  /** Whether a message can be delivered now. */
  boolean isRoom(long now) {
    return open.size() < most && room.isThere(now);
  }

  /**
   * Hand a message to the town, unless there is no room for it; says whether. May wait all the same
   * when others than listeners have filled the town.
   */
  boolean deliver(Message message, long now) {
    Delivery delivery = Delivery.of(message, now);
    if (open.size() >= most || !room.take(delivery, now)) {
      return false;
    }
    open.add(delivery);
    IncomingMessage incoming =
        new IncomingMessage(
            message.origin(), message.payload(), town.clock().instant(), false, false);
    try {
      town.inlet().offer(incoming, () -> store(delivery));
    } catch (RuntimeException e) {
      room.free(delivery);
      throw e;
    }
    return true;
  }

  private void store(Delivery delivery) {
    room.free(delivery);
    stored.add(delivery);
    wake.run();
  }

  /** Send the answers of what was stored, as far as the station takes them. */
  void answer(WritableByteChannel channel) throws IOException {
    for (Delivery delivery = stored.poll(); delivery != null; delivery = stored.poll()) {
      outgoing.add(delivery);
    }
    while (!outgoing.isEmpty()) {
      Delivery next = outgoing.peek();
      if (!next.isAnswered()) {
        channel.write(next.answer());
      }
      if (!next.isAnswered()) {
        return;
      }
      outgoing.remove();
      open.removeFirstOccurrence(next);
    }
  }

  /** Whether no message waits to be stored or answered. */
  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Whether an answer waits for the station to take it. */
  boolean isSending() {
    return !outgoing.isEmpty();
  }

  /** When the oldest one was handed over; now, when there is none. */
  long oldest(long now) {
    return Optional.ofNullable(open.peek()).map(Delivery::since).orElse(now);
  }
}
