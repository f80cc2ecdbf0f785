package org.zhili.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/** A town that stores when the test says so. */
final class TestInlet implements MessageInlet {
  record Taken(IncomingMessage message, Receipt receipt) {
    String text() {
      return message.payload().utf8().orElse(message.payload().hex());
    }
  }

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Receipt> waiting = new ArrayList<>();
  private boolean storing;
  private volatile boolean closed;
  private int window = 1_000;
  private Optional<Gate> gate = Optional.empty();

  private TestInlet(boolean storing) {
    this.storing = storing;
  }

  static TestInlet storing() {
    return new TestInlet(true);
  }

  /** Takes messages and stores none of them until it is told to. */
  static TestInlet holding() {
    return new TestInlet(false);
  }

  /** The same with another window. */
  TestInlet withWindow(int messages) {
    window = messages;
    return this;
  }

  /** The same, but a message waits at the gate before it is taken. */
  TestInlet behind(Gate held) {
    gate = Optional.of(held);
    return this;
  }

  @Override
  public void offer(IncomingMessage message, Receipt receipt) {
    if (closed) {
      throw new InletClosed();
    }
    gate.ifPresent(Gate::pass);
    taken.add(new Taken(message, receipt));
    synchronized (this) {
      if (!storing) {
        waiting.add(receipt);
        return;
      }
    }
    receipt.acknowledge();
  }

  @Override
  public int window() {
    return window;
  }

  /** Store what waits, and what comes from now on. */
  synchronized void store() {
    storing = true;
    waiting.forEach(Receipt::acknowledge);
    waiting.clear();
  }

  void leave() {
    closed = true;
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  List<Taken> await(int count) {
    Awaiting.until(count + " messages", () -> taken.size() >= count);
    return taken();
  }
}
