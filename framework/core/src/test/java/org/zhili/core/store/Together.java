package org.zhili.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things on several threads at the same time, and waits for all, a minute at most. */
public final class Together {
  private static final int LIMIT_SECONDS = 60;

  private Together() {}

  /** Do the work on so many threads, and give what each answered. */
  public static <T> List<T> times(int threads, Callable<T> work) {
    return all(Collections.nCopies(threads, work));
  }

  /** Begin all works at once, each on a thread of its own, and give their answers in order. */
  public static <T> List<T> all(List<Callable<T>> works) {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    CyclicBarrier start = new CyclicBarrier(works.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      return futures.stream().map(Together::answer).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T answer(Future<T> future) {
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
