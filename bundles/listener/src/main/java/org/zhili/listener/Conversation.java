package org.zhili.listener;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.Head;

/**
 * One connection, from its beginning to its end: of one station, or of several behind one line.
 *
 * <p>Nothing more is read from it while it has as many messages open as it may, or nobody knows its
 * protocol: then what it sends waits in the network. All of this happens on the listener's thread.
 */
final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
  private static final long ASK_AGAIN_NANOS = 500_000_000;

  /** What the connections of a listener share. */
  record Shared(Asked asked, Limits limits, Told told, Counters counters) {}

  private final String peer;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Shared shared;
  private final Received received;
  private final Parts parts;
  private final Deliveries deliveries;

  private long heardAt;
  private Optional<Long> begunAt = Optional.empty();
  private Optional<Long> unansweredAt = Optional.empty();
  private int noise;
  private boolean heardOut;
  private boolean ended;

  /**
   * @param key of the channel, with this listener's selector
   * @param town takes the messages
   */
  Conversation(String peer, SelectionKey key, Shared shared, Town town) {
    this.peer = peer;
    this.key = key;
    this.channel = (SocketChannel) key.channel(); // the selector has no other accepted ones
    this.shared = shared;
    received = new Received(shared.asked().longestFrame());
    parts = new Parts(shared.limits().join().toNanos());
    deliveries = new Deliveries(town, key.selector()::wakeup);
    heardAt = System.nanoTime();
  }

  String peer() {
    return peer;
  }

  boolean isEnded() {
    return ended;
  }

  /** Do what can be done now. What goes wrong ends this connection and no other. */
  void attend(long now) {
    try {
      if (key.isValid() && key.isReadable()) {
        hear(now);
      }
      deliveries.answer(channel);
      abandonParts(now);
      take(now);
      endWhenOverdue(now);
      watch();
    } catch (IOException e) {
      end("it broke: " + e.getMessage());
    } catch (RuntimeException e) {
      // a town that is leaving, a store that cannot be asked, a protocol that answers nonsense
      LOG.debug("{} is cut off", peer, e);
      end("the town could not take what it sent");
    }
  }

  private void hear(long now) throws IOException {
    int count = received.fill(channel);
    if (count > 0) {
      heardAt = now;
    }
    heardOut |= count < 0;
  }

  private boolean mayGoOn() {
    return !ended && deliveries.open() < shared.limits().open();
  }

  private void take(long now) {
    if (unansweredAt.filter(at -> now - at < ASK_AGAIN_NANOS).isPresent()) {
      return;
    }
    unansweredAt = Optional.empty();
    boolean more = true;
    while (more && mayGoOn() && !received.isEmpty()) {
      Optional<Head> head = shared.asked().read(received.all());
      if (head.isEmpty()) {
        unansweredAt = Optional.of(now);
      }
      more = head.isPresent() && take(head.get(), now);
    }
    if (!mayGoOn() || received.isEmpty()) {
      begunAt = Optional.empty(); // nobody is late while nothing is read
    }
  }

  /** Whether there may be more at once. */
  private boolean take(Head head, long now) {
    if (head instanceof Head.Begun) {
      begunAt = begunAt.or(() -> Optional.of(now));
      if (received.isFull()) {
        cutOff("a frame has no end");
      }
      return false;
    }
    begunAt = Optional.empty();
    if (head instanceof Head.Noise skipped) {
      noise(Math.min(skipped.length(), received.size()));
    } else {
      frame((Head.Frame) head, now); // the only other kind of head
    }
    return true;
  }

  private void noise(int length) {
    received.take(length);
    noise += length;
    shared.counters().noise.add(length);
    if (noise > shared.limits().noise()) {
      cutOff(noise + " bytes were noise");
    }
  }

  private void cutOff(String why) {
    shared.told().tell(Fault.of(Fault.Code.NOISE, peer, shared.asked().protocol()), peer);
    shared.counters().refused.increment();
    end(why);
  }

  private void frame(Head.Frame frame, long now) {
    noise = 0;
    Payload payload = received.take(frame.length());
    Optional<Origin> origin = shared.asked().admit(frame.station());
    if (origin.isEmpty()) {
      Fault fault = Fault.of(Fault.Code.WRONG_PASSWORD, peer, frame.station().device());
      shared.told().tell(fault, peer);
      shared.counters().refused.increment();
      end("a wrong password for " + frame.station().device());
      return;
    }
    Message message =
        new Message(origin.get(), payload, frame.answer().map(List::of).orElse(List.of()));
    if (frame.part().isPresent()) {
      parts.add(frame.part().get(), message, now).ifPresent(whole -> deliver(whole, now));
    } else {
      deliver(message, now);
    }
  }

  private void deliver(Message message, long now) {
    deliveries.deliver(message, now);
    shared.counters().messages.increment();
  }

  private void abandonParts(long now) {
    Parts.Abandoned abandoned = parts.overdue(now);
    abandoned.alone().forEach(part -> deliver(part, now));
    shared.counters().dropped.add(abandoned.dropped());
  }

  private void endWhenOverdue(long now) {
    Limits limits = shared.limits();
    if (heardOut && deliveries.open() == 0 && parts.size() == 0) {
      end("the station hung up");
    } else if (now - deliveries.oldest(now) > limits.stored().toNanos()) {
      end("a message was not stored and answered within " + limits.stored());
    } else if (begunAt.filter(at -> now - at > limits.frame().toNanos()).isPresent()) {
      end("a frame was not whole within " + limits.frame());
    } else if (deliveries.open() == 0 && now - heardAt > limits.idle().toNanos()) {
      end("it was silent for " + limits.idle());
    }
  }

  private void watch() {
    if (!ended) {
      boolean reading = !heardOut && mayGoOn() && unansweredAt.isEmpty() && !received.isFull();
      key.interestOps(
          (reading ? SelectionKey.OP_READ : 0)
              | (deliveries.isSending() ? SelectionKey.OP_WRITE : 0));
    }
  }

  /** Close the connection. What is not answered comes again. */
  void end(String why) {
    if (ended) {
      return;
    }
    ended = true;
    if (!received.isEmpty()) {
      shared.counters().halves.increment();
    }
    shared.counters().dropped.add(parts.size());
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("the connection was broken already", e);
    }
    LOG.debug("the connection of {} ended: {}", peer, why);
  }
}
