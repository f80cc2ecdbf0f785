package org.zhili.core.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue between connectors and the writer that wakes the writer for a batch, not for each
 * element. Many threads may put, one takes.
 */
final class Ring<T> {
  private final int capacity;
  private final int wanted;
  private final ArrayDeque<T> elements;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition filled = lock.newCondition();
  private boolean closed;

  /**
   * @param wanted how many are taken at once at most
   */
  Ring(int capacity, int wanted) {
    this.capacity = capacity;
    this.wanted = Math.min(wanted, capacity);
    elements = new ArrayDeque<>(capacity);
  }

  /** Put an element, waiting for room; false when the ring is closed. */
  boolean put(T element) {
    lock.lock();
    try {
      while (elements.size() >= capacity && !closed) {
        room.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      elements.add(element);
      if (elements.size() == 1 || elements.size() == wanted) {
        filled.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Take what is there, at least one element, waiting for more so long after the first was seen.
   *
   * @return an empty list when the ring is closed
   */
  List<T> take(long lingerNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (elements.isEmpty() && !closed) {
        filled.await();
      }
      long left = lingerNanos;
      while (elements.size() < wanted && left > 0 && !closed) {
        left = filled.awaitNanos(left);
      }
      return closed ? List.of() : drain();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return elements.size();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Refuse and forget everything from now on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      elements.clear();
      room.signalAll();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<T> drain() {
    int count = Math.min(elements.size(), wanted);
    List<T> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(elements.remove());
    }
    room.signalAll();
    return taken;
  }
}
