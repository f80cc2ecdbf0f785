package org.zhili.resources.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets few do at the same time what takes much memory. The others wait for their turn, and are told
 * to come again when it does not come soon. Thread-safe.
 */
public final class Turns {
  private final Semaphore free;
  private final Duration patience;

  /**
   * Begin.
   *
   * @param patience how long somebody waits
   */
  public Turns(int atOnce, Duration patience) {
    free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Do it when its turn comes.
   *
   * @throws Exception what it throws
   */
  public <T> T take(Callable<T> work) throws Exception {
    if (!comes()) {
      throw Trouble.BUSY.problem();
    }
    try {
      return work.call();
    } finally {
      free.release();
    }
  }

  private boolean comes() {
    try {
      return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
