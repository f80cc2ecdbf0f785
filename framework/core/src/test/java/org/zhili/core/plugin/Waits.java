package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting in tests: always for something, always with a deadline, and all released at the end. */
final class Waits implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final List<CountDownLatch> latches = new ArrayList<>();

  /** A latch that is open at the latest when the test ends. */
  CountDownLatch latch() {
    CountDownLatch latch = new CountDownLatch(1);
    latches.add(latch);
    return latch;
  }

  /** Wait as a plug-in does that cares for nothing, interrupts included. */
  static void block(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // evil plug-ins go on
      }
    }
  }

  static void reached(CountDownLatch latch) {
    try {
      if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("never came there");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never became true");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** Work on a thread of its own. */
  static <T> Work<T> start(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.get());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return new Work<>(thread, result);
  }

  @Override
  public void close() {
    latches.forEach(CountDownLatch::countDown);
  }

  record Work<T>(Thread thread, CompletableFuture<T> result) {
    T get() {
      try {
        return result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("never came back", e);
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }

    boolean isDone() {
      return result.isDone();
    }

    /** Wait until it waits for something itself, or is done. */
    void untilWaiting() {
      until(() -> isDone() || thread.getState() == Thread.State.TIMED_WAITING);
    }
  }
}
