package org.zhili.core.ingest;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits between tries, longer each time, until it is called off. Thread-safe. */
final class Patience {
  private final Duration first;
  private final Duration longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition calledOff = lock.newCondition();
  private boolean over;

  Patience(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /**
   * Wait before the next try.
   *
   * @param tries how often it was tried in vain
   * @throws InterruptedException when it was called off
   */
  void pause(int tries) throws InterruptedException {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 16));
    long nanos = Math.min(pause.toNanos(), longest.toNanos());
    lock.lockInterruptibly();
    try {
      while (nanos > 0 && !over) {
        nanos = calledOff.awaitNanos(nanos);
      }
      if (over) {
        throw new InterruptedException("the town is leaving");
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  /** End all waiting, now and later. */
  void callOff() {
    lock.lock();
    try {
      over = true;
      calledOff.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
