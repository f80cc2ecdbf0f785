package org.zhili.listener;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds up threads while it is closed. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;
  private boolean passing;
  private int waiting;

  /** Hold up whoever comes. */
  void close() {
    set(true, false);
  }

  /** Hold up who waits already, and nobody else. */
  void letOthersPass() {
    set(true, true);
  }

  /** Let go on who waits. */
  void open() {
    set(false, true);
  }

  private void set(boolean close, boolean pass) {
    lock.lock();
    try {
      closed = close;
      passing = pass;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Wait here while it is closed. */
  void pass() {
    lock.lock();
    try {
      if (passing) {
        return;
      }
      waiting++;
      while (closed) {
        changed.awaitUninterruptibly();
      }
      waiting--;
    } finally {
      lock.unlock();
    }
  }

  /** Wait until so many are held up. */
  void await(int count) {
    Awaiting.until(count + " wait", () -> waiting() >= count);
  }

  private int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
