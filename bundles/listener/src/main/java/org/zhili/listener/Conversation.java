package org.zhili.listener;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its beginning to its end: of one station, or of several behind one line.
 *
 * <p>What came is worked on by a worker, and nothing more is read meanwhile, nor while there is no
 * room for messages or nobody knows the protocol: then what the station sends waits in the network.
 * All else happens on the listener's thread, which never waits.
 */
final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
  private static final long ASK_AGAIN_NANOS = 500_000_000;

  /**
   * What the connections of a listener share.
   *
   * @param nanos the time that limits are measured by
   */
  record Shared(
      Asked asked,
      Limits limits,
      Room room,
      Told told,
      Counters counters,
      Executor workers,
      LongSupplier nanos) {}

  private final String peer;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Shared shared;
  private final Deliveries deliveries;
  private final Intake intake;

  private long heardAt;
  private long workedAt;
  private boolean fresh;
  private boolean heardOut;
  private boolean ended;
  private Intake.Wants wants = Intake.Wants.BYTES;
  private volatile boolean working;

  /**
   * @param key of the channel, with this listener's selector
   * @param town takes the messages
   */
  Conversation(String peer, SelectionKey key, Shared shared, Town town) {
    this.peer = peer;
    this.key = key;
    this.channel = (SocketChannel) key.channel(); // the selector has no other accepted ones
    this.shared = shared;
    deliveries =
        new Deliveries(town, shared.room(), shared.limits().open(), key.selector()::wakeup);
    intake = new Intake(peer, shared, deliveries);
    heardAt = shared.nanos().getAsLong();
  }

  String peer() {
    return peer;
  }

  /** Whether it has ended, and no worker is at it any more. */
  boolean isOver() {
    return ended && !working;
  }

  /** Do what can be done now. What goes wrong ends this connection and no other. */
  void attend(long now) {
    if (ended) {
      return;
    }
    try {
      deliveries.answer(channel);
      if (!working) {
        hear(now);
        goOn(now);
      }
      endWhenOverdue(now);
      watch();
    } catch (IOException e) {
      end("it broke: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.debug("{} is cut off", peer, e);
      end("it cannot be served");
    }
  }

  private void hear(long now) throws IOException {
    if (!key.isValid() || !key.isReadable()) {
      return;
    }
    int count = intake.received().fill(channel);
    if (count > 0) {
      heardAt = now;
      fresh = true;
    }
    heardOut |= count < 0;
  }

  private void goOn(long now) {
    intake.over().ifPresent(this::end);
    if (!ended && hasWork(now)) {
      fresh = false;
      working = true;
      workedAt = now;
      shared.workers().execute(this::work);
    }
  }

  private boolean hasWork(long now) {
    return switch (wants) {
      case BYTES -> fresh || intake.isDue(now);
      case ROOM -> deliveries.isRoom(now);
      case AN_ANSWER -> now - workedAt >= ASK_AGAIN_NANOS;
    };
  }

  /** On a worker. */
  private void work() {
    try {
      wants = intake.work();
    } finally {
      working = false; // and with it all that this thread wrote is the listener's
      key.selector().wakeup();
    }
  }

  private void endWhenOverdue(long now) {
    Duration stored = shared.limits().stored();
    if (now - deliveries.oldest(now) > stored.toNanos()) {
      end("a message was not stored and answered within " + stored);
    } else if (!working) {
      endWhenIdle(now);
    }
  }

  private void endWhenIdle(long now) {
    Limits limits = shared.limits();
    boolean done = deliveries.isEmpty() && !fresh && wants != Intake.Wants.ROOM;
    if (intake.isLate(now)) {
      end("a frame was not whole within " + limits.frame());
    } else if (heardOut && done && intake.isDone()) {
      end("the station hung up");
    } else if (done && now - heardAt > limits.idle().toNanos()) {
      end("it was silent for " + limits.idle());
    }
  }

  private void watch() {
    if (!ended) {
      boolean reading =
          !heardOut && !working && wants == Intake.Wants.BYTES && !intake.received().isFull();
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
    intake.stop();
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("the connection was broken already", e);
    }
    LOG.debug("the connection of {} ended: {}", peer, why);
  }

  /** Count what was left; it is over. */
  void count() {
    intake.count();
  }
}
