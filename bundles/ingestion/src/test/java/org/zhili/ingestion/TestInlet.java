package org.zhili.ingestion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/** A town that stores in memory, and says on a thread of its own that it has stored. */
final class TestInlet implements MessageInlet, AutoCloseable {
  record Taken(IncomingMessage message, Receipt receipt) {
    String text() {
      return new String(message.payload().toBytes(), StandardCharsets.UTF_8);
    }
  }

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final int window;
  private volatile boolean storing;
  private volatile boolean closed;

  private TestInlet(boolean storing, int window) {
    this.storing = storing;
    this.window = window;
  }

  static TestInlet storing() {
    return new TestInlet(true, 4_000);
  }

  /** Takes messages and stores none of them. */
  static TestInlet holding() {
    return new TestInlet(false, 4_000);
  }

  static TestInlet holding(int window) {
    return new TestInlet(false, window);
  }

  @Override
  public void offer(IncomingMessage message, Receipt receipt) {
    if (closed) {
      throw new InletClosed();
    }
    taken.add(new Taken(message, receipt));
    if (storing) {
      writer.execute(receipt::acknowledge);
    }
  }

  @Override
  public int window() {
    return window;
  }

  void leave() {
    closed = true;
  }

  void store(boolean from) {
    storing = from;
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  int count() {
    return taken.size();
  }

  Set<String> texts() {
    return taken.stream().map(Taken::text).collect(Collectors.toSet());
  }

  /** Wait for the first message with this text. */
  Taken await(String text) {
    Awaiting.until(text, () -> texts().contains(text));
    return taken.stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
  }

  /** Wait until the acknowledgements given so far are handed to the client. */
  void settle() {
    var done = new CountDownLatch(1);
    writer.execute(done::countDown);
    Awaiting.until("the writer", () -> done.getCount() == 0);
  }

  @Override
  public void close() {
    writer.shutdown();
  }
}
