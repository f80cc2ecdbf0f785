package org.zhili.listener;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.Head;

/**
 * Makes messages of what one connection sent, and hands them to the town in their order.
 *
 * <p>Asks protocols, credentials and the town, each of which may take its time. So it works on a
 * worker, one at a time; in between it belongs to the listener's thread.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

  /** What has to happen before there is more to do. */
  enum Wants {
    BYTES,
    ROOM,
    AN_ANSWER
  }

  private final String peer;
  private final Conversation.Shared shared;
  private final Deliveries deliveries;
  private final LongSupplier nanos;
  private final Received received = new Received(Asked.LONGEST);
  private final Parts parts;
  private final Queue<Message> ready = new ArrayDeque<>();
  private Optional<Long> begunAt = Optional.empty();
  private Optional<String> over = Optional.empty();
  private int noise;
  private volatile boolean stopped;

  Intake(String peer, Conversation.Shared shared, Deliveries deliveries) {
    this.peer = peer;
    this.shared = shared;
    this.deliveries = deliveries;
    nanos = shared.nanos();
    parts = new Parts(shared.limits().join().toNanos(), ready::add, shared.counters());
  }

  /** Where the listener's thread puts what it reads. */
  Received received() {
    return received;
  }

  /** Do what can be done now. What goes wrong ends this connection and no other. */
  Wants work() {
    try {
      parts.giveUp(nanos.getAsLong());
      Optional<Wants> wants = Optional.empty();
      while (wants.isEmpty()) {
        wants = stopped || over.isPresent() ? Optional.of(Wants.BYTES) : step();
      }
      if (wants.get() != Wants.BYTES || received.isEmpty()) {
        begunAt = Optional.empty(); // nobody is late while nothing is read
      }
      return wants.get();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // a town that is leaving, a store that cannot be asked, a protocol that answers nonsense
      LOG.debug("{} is cut off", peer, e);
      over = Optional.of("the town could not take what it sent");
      return Wants.BYTES;
    }
  }

  /** One step; empty when there may be more at once. */
  private Optional<Wants> step() {
    if (!ready.isEmpty()) {
      return deliver(ready.element()) ? Optional.empty() : Optional.of(Wants.ROOM);
    }
    if (received.isEmpty()) {
      return Optional.of(Wants.BYTES);
    }
    if (!deliveries.isRoom(nanos.getAsLong())) {
      return Optional.of(Wants.ROOM);
    }
    return shared.asked().read(received.all()).map(this::take).orElse(Optional.of(Wants.AN_ANSWER));
  }

  private boolean deliver(Message message) {
    if (!deliveries.deliver(message, nanos.getAsLong())) {
      return false;
    }
    ready.remove();
    shared.counters().messages.increment();
    return true;
  }

  private Optional<Wants> take(Head head) {
    if (head instanceof Head.Begun) {
      begunAt = begunAt.or(() -> Optional.of(nanos.getAsLong()));
      if (received.size() >= shared.asked().longestFrame()) {
        cutOff("a frame has no end");
      }
      return Optional.of(Wants.BYTES);
    }
    begunAt = Optional.empty();
    if (head instanceof Head.Noise skipped) {
      noise(Math.min(skipped.length(), received.size()));
    } else {
      frame((Head.Frame) head); // the only other kind of head
    }
    return Optional.empty();
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
    refuse(Fault.of(Fault.Code.NOISE, peer, shared.asked().protocol()), why);
  }

  private void refuse(Fault fault, String why) {
    shared.told().tell(fault, peer);
    shared.counters().refused.increment();
    over = Optional.of(why);
  }

  private void frame(Head.Frame frame) {
    noise = 0;
    Payload payload = received.take(frame.length());
    Optional<Origin> origin = shared.asked().admit(frame.station());
    if (origin.isEmpty()) {
      String device = frame.station().device().value();
      refuse(Fault.of(Fault.Code.WRONG_PASSWORD, peer, device), "a wrong password for " + device);
      return;
    }
    Message message =
        new Message(origin.get(), payload, frame.answer().map(List::of).orElse(List.of()));
    if (frame.part().isPresent()) {
      parts.add(frame.part().get(), message, nanos.getAsLong());
    } else {
      parts.interrupt(origin.get());
      ready.add(message);
    }
  }

  /** End what is under way as soon as may be. From any thread. */
  void stop() {
    stopped = true;
  }

  /** Why this connection is to end; empty: it is not. */
  Optional<String> over() {
    return over;
  }

  /** Whether there is work although nothing came. */
  boolean isDue(long now) {
    return parts.isOverdue(now);
  }

  /** Whether a frame began so long ago that it should be whole. */
  boolean isLate(long now) {
    return begunAt.filter(at -> now - at > shared.limits().frame().toNanos()).isPresent();
  }

  /** Whether neither parts nor messages wait. */
  boolean isDone() {
    return parts.size() == 0 && ready.isEmpty();
  }

  /** Count what was left when the connection ended. */
  void count() {
    if (!received.isEmpty()) {
      shared.counters().halves.increment();
    }
    shared.counters().dropped.add(parts.size());
  }
}
