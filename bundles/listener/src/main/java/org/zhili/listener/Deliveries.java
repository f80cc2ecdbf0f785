package org.zhili.listener;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zhili.message.IncomingMessage;

/**
 * The messages of one connection that wait to be stored, or for their answer to be taken. Not
 * thread-safe, but for the receipts.
 */
final class Deliveries {
  private final Town town;
  private final Runnable wake;
  private final Deque<Delivery> open = new ArrayDeque<>();
  private final Queue<Delivery> stored = new ConcurrentLinkedQueue<>();
  private final Deque<Delivery> outgoing = new ArrayDeque<>();

  /**
   * @param wake called on whatever thread when an answer may be sent
   */
  Deliveries(Town town, Runnable wake) {
    this.town = town;
    this.wake = wake;
  }

  /** Hand a message to the town. Waits when the town has no room. */
  void deliver(Message message, long now) {
    Delivery delivery = Delivery.of(message, now);
    IncomingMessage incoming =
        new IncomingMessage(
            message.origin(), message.payload(), town.clock().instant(), false, false);
    open.add(delivery);
    town.inlet()
        .offer(
            incoming,
            () -> {
              stored.add(delivery);
              wake.run();
            });
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

  /** How many messages are neither stored nor answered. */
  int open() {
    return open.size();
  }

  /** Whether an answer waits for the station to take it. */
  boolean isSending() {
    return !outgoing.isEmpty();
  }

  /** When the oldest one was handed over; now, when there is none. */
  long oldest(long now) {
    return open.isEmpty() ? now : open.peek().since();
  }
}
