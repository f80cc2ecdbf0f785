package org.zhili.persistence.internal.transaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;

/** Counts the calls of one module, so that its classes are not taken away under them. */
final class OpenCalls {

  private final String module;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean ending;

  OpenCalls(String module) {
    this.module = module;
  }

  /** Make a call, unless the module is leaving; a call nested in one in flight is let through. */
  <T> T within(Supplier<T> call) {
    boolean nested = lock.getReadHoldCount() > 0;
    if (ending && !nested) {
      throw gone();
    }
    lock.readLock().lock();
    try {
      if (ending && !nested) {
        throw gone();
      }
      return call.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Refuse new calls and wait for those in flight; false when some go on after the limit. */
  boolean end(Duration limit) {
    ending = true;
    if (lock.getReadHoldCount() > 0) { // waiting for oneself would take for ever
      return false;
    }
    try {
      boolean quiet = lock.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (quiet) {
        lock.writeLock().unlock();
      }
      return quiet;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DatabaseFailure gone() {
    return new DatabaseFailure(
        Kind.UNAVAILABLE, "the database of " + module + " has been closed", null);
  }
}
