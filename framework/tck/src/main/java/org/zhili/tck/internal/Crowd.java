package org.zhili.tck.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many threads that ask at once. */
public final class Crowd {
  private static final int THREADS = 8;

  private Crowd() {}

  /** Run the question for 0, 1, … on several threads; throws what the first failing one threw. */
  public static void ask(int times, IntConsumer question) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      var answers =
          IntStream.range(0, times)
              .mapToObj(i -> threads.submit(() -> question.accept(i)))
              .toList();
      for (var answer : answers) {
        answer.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
