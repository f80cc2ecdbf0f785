package org.zhili.persistence;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Runs work on other threads and waits for it, half a minute at most. */
final class Parallel {

  private static final int LIMIT_SECONDS = 30;

  private Parallel() {}

  static <T> T call(Callable<T> work) {
    return callAll(List.of(work)).get(0);
  }

  static <T> List<T> callAll(List<Callable<T>> works) {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<T>> futures = works.stream().map(threads::submit).toList();
      return futures.stream().map(Parallel::answer).toList();
    } finally {
      threads.shutdown();
    }
  }

  /** Look again and again until something is so; false when it is not within half a minute. */
  static boolean comesTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return true;
  }

  static <T> T answer(Future<T> future) {
    try {
      return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("still running after " + LIMIT_SECONDS + " s", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
