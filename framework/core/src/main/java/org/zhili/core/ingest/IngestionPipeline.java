package org.zhili.core.ingest;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/**
 * Takes messages from connectors, and stores them in batches on threads of its own: while one batch
 * is being stored, the next is prepared. All stay in their order, but those of drivers that take
 * long: they get out of the way of the others onto a side track, in their order. Thread-safe.
 */
final class IngestionPipeline implements MessageInlet, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestionPipeline.class);

  /**
   * Batches that have room on the side track: more than one connection may have under way, since
   * what is put off is read later, and its device's order is lost.
   */
  private static final int ASIDE = 4;

  /** How long a driver's messages wait there before those that follow are put off. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration LEAVE = Duration.ofSeconds(10);

  /** What a driver may take for a list. It is not interrupted, as it may be writing then. */
  private static final Duration ASIDE_LEAVE = Duration.ofSeconds(3);

  private final IngestSettings settings;
  private final BatchWriter writer;
  private final IngestCounters counters;
  private final Ring<Entry> ring;
  private final Ring<BatchWriter.Batch> prepared = new Ring<>(1, 1);
  private final SideTrack track;
  private final Thread preparing = new Thread(() -> run(this::prepare), "zhili-prepare");
  private final Thread storing = new Thread(() -> run(this::store), "zhili-ingest");
  private final Thread aside;

  IngestionPipeline(IngestSettings settings, BatchWriter writer, IngestCounters counters) {
    this.settings = settings;
    this.writer = writer;
    this.counters = counters;
    ring = new Ring<>(settings.window(), settings.batch());
    SideTrack.Bounds bounds =
        new SideTrack.Bounds(ASIDE * settings.batch(), settings.batch(), PATIENCE);
    track = new SideTrack(writer, bounds, System::nanoTime);
    aside = new Thread(() -> run(track::run), "zhili-aside");
  }

  void start() {
    preparing.start();
    storing.start();
    aside.start();
  }

  @Override
  public void offer(IncomingMessage message, Receipt receipt) {
    if (!ring.put(Entry.offered(message, receipt))) {
      throw new InletClosed();
    }
    counters.received.increment();
  }

  @Override
  public int window() {
    return settings.window();
  }

  IngestStatus status() {
    boolean running =
        preparing.isAlive() && storing.isAlive() && aside.isAlive() && !ring.isClosed();
    return counters.status(running, ring.size() + track.size());
  }

  /**
   * Refuse messages, let a write that is under way end, and forget what waits: it got no receipt
   * and will come again. Returns within 15 s.
   */
  @Override
  public void close() {
    refuse();
    writer.leave();
    try {
      storing.join(LEAVE.toMillis());
      preparing.join(1000);
      aside.join(ASIDE_LEAVE.toMillis());
      if (storing.isAlive() || preparing.isAlive() || aside.isAlive()) {
        LOG.warn("a write or a driver did not end within {}; it is interrupted", LEAVE);
        interrupt();
        storing.join(1000);
      }
    } catch (InterruptedException e) {
      interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void refuse() {
    ring.close();
    prepared.close();
    track.close();
  }

  private void interrupt() {
    preparing.interrupt();
    storing.interrupt();
  }

  /** One stage; returns when the rings are closed. */
  @FunctionalInterface
  private interface Stage {
    void run() throws InterruptedException;
  }

  private void run(Stage stage) {
    try {
      stage.run();
    } catch (InterruptedException e) {
      LOG.debug("left with messages that got no receipt", e);
    } catch (Throwable e) {
      LOG.error("the ingestion pipeline broke; restart the town", e);
      throw e;
    } finally {
      refuse(); // one stage without the other would do nothing
    }
  }

  private void prepare() throws InterruptedException {
    List<Entry> entries = ring.take(settings.linger().toNanos());
    while (!entries.isEmpty() && prepared.put(writer.prepared(entries, track))) {
      entries = ring.take(settings.linger().toNanos());
    }
  }

  private void store() throws InterruptedException {
    List<BatchWriter.Batch> batch = prepared.take(0);
    while (!batch.isEmpty()) {
      writer.settle(batch.get(0));
      track.put(batch.get(0).aside());
      batch = prepared.take(0);
    }
  }
}
