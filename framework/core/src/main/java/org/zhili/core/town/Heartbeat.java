package org.zhili.core.town;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same over and over on this node, in real time whatever the town's clock says. What fails
 * is done again the next time.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long PATIENCE_MILLISECONDS = 1_000;

  private final Duration pause;
  private final Runnable work;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  Heartbeat(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    thread = new Thread(this::beat, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void beat() {
    boolean well = true;
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          work.run();
          well = true;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
          tell(well, e);
          well = false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(boolean first, Throwable e) {
    if (first) {
      LOG.warn("{} failed, and is tried again every {}", thread.getName(), pause, e);
    } else {
      LOG.debug("{} failed again", thread.getName(), e);
    }
  }

  /** Stop. Waits a moment for what is under way. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(PATIENCE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
