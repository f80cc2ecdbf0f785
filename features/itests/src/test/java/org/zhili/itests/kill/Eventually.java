package org.zhili.itests.kill;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks again and again until something is so, or the time is up. */
final class Eventually {
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final long PAUSE_MILLISECONDS = 100;

  private Eventually() {}

  /** Something that holds or fails. */
  interface Check {
    void run() throws Exception;
  }

  /** Wait at most a minute until the check passes, and else fail as it did last. */
  static void passes(Check check) {
    passes(USUAL, check);
  }

  static void passes(Duration patience, Check check) {
    get(
        patience,
        () -> {
          check.run();
          return true;
        });
  }

  /** Wait at most a minute until there is something. */
  static <T> T present(Callable<Optional<T>> source) {
    return get(USUAL, () -> source.call().orElseThrow());
  }

  /** Wait until the source answers without failing, and else fail as it did last. */
  static <T> T get(Duration patience, Callable<T> source) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return source.call();
      } catch (Exception | AssertionError e) {
        if (System.nanoTime() > end) {
          throw new AssertionError("still not so after " + patience + ": " + e.getMessage(), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
