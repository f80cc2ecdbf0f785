package org.zhili.osgi.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the town's store every other second whether it is there, and tells when that changes. */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final int PAUSE_SECONDS = 2;

  private final Runnable question;
  private final Consumer<Boolean> listener;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "zhili-pulse");
            thread.setDaemon(true);
            return thread;
          });
  private boolean there = true;
  private boolean closed;

  /**
   * Set up.
   *
   * @param question throws while the store is away
   * @param listener is told whether the store is there, each time that changes
   */
  Pulse(Runnable question, Consumer<Boolean> listener) {
    this.question = question;
    this.listener = listener;
  }

  Pulse start() {
    Future<?> untilClosed =
        watch.scheduleWithFixedDelay(this::beat, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    LOG.debug("Watching the store: {}", untilClosed);
    return this;
  }

  /** Ask once. */
  void beat() {
    boolean answers = answers();
    synchronized (this) {
      if (!closed && answers != there) {
        there = answers;
        LOG.warn(there ? "The town's store is back" : "The town's store is away");
        listener.accept(there);
      }
    }
  }

  private boolean answers() {
    try {
      question.run();
      return true;
    } catch (RuntimeException e) {
      LOG.debug("The store is away", e);
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    watch.shutdownNow();
  }
}
