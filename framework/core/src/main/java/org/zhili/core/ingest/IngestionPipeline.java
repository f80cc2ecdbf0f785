package org.zhili.core.ingest;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/**
 * Takes messages from connectors, and stores them in batches on a thread of its own. Thread-safe.
 */
final class IngestionPipeline implements MessageInlet, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestionPipeline.class);
  private static final Duration LEAVE = Duration.ofSeconds(10);

  private final IngestSettings settings;
  private final BatchWriter writer;
  private final IngestCounters counters;
  private final Ring<Entry> ring;
  private final Thread thread = new Thread(this::run, "zhili-ingest");

  IngestionPipeline(IngestSettings settings, BatchWriter writer, IngestCounters counters) {
    this.settings = settings;
    this.writer = writer;
    this.counters = counters;
    ring = new Ring<>(settings.window(), settings.batch());
  }

  void start() {
    thread.start();
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
    return counters.status(thread.isAlive() && !ring.isClosed(), ring.size());
  }

  /**
   * Refuse messages, let a write that is under way end, and forget what waits: it got no receipt
   * and will come again. Returns within 12 s.
   */
  @Override
  public void close() {
    ring.close();
    writer.leave();
    boolean interrupted = false;
    try {
      if (thread.isAlive()) {
        thread.join(LEAVE.toMillis());
      }
      if (thread.isAlive()) {
        LOG.warn("the store did not end a write within {}; it is interrupted", LEAVE);
        thread.interrupt();
        thread.join(2000);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (; ; ) {
        List<Entry> entries = ring.take(settings.linger().toNanos());
        if (entries.isEmpty()) {
          return;
        }
        writer.settle(entries);
      }
    } catch (InterruptedException e) {
      LOG.debug("left with messages that got no receipt", e);
    } catch (Throwable e) {
      LOG.error("the ingestion pipeline broke; restart the town", e);
      throw e;
    } finally {
      ring.close();
    }
  }
}
