package org.zhili.core.plugin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times the question a worker is at, and sees whether it burns a processor over it. Guarded by the
 * lock of its {@link Call}.
 */
final class Stopwatch {
  private final Duration limit;
  private long begunAt = System.nanoTime();
  private long askedAt = begunAt;
  private @Nullable Thread thread;
  private @Nullable Effort effort;

  Stopwatch(Duration limit) {
    this.limit = limit;
  }

  Duration limit() {
    return limit;
  }

  @Nullable Thread thread() {
    return thread;
  }

  /** The calling thread is at work; says since when. */
  long begin() {
    thread = Thread.currentThread();
    begunAt = System.nanoTime();
    askedAt = begunAt;
    return begunAt;
  }

  /** Go on with the next question; says how long the one before took. */
  long lap(long now) {
    long took = now - askedAt;
    askedAt = now;
    effort = null;
    return took;
  }

  /** The worker does other things from now on. */
  void end() {
    thread = null;
  }

  long nanosWorked() {
    return System.nanoTime() - begunAt;
  }

  /** The clock starts with the question, not while the worker waits for a processor. */
  long nanosLeft() {
    return thread == null ? limit.toNanos() : askedAt + limit.toNanos() - System.nanoTime();
  }

  /** How long to wait before looking again; half-way it is seen what the worker burns. */
  long look(long left) {
    long half = left - limit.toNanos() / 2;
    if (half > 0 || thread == null || effort != null) {
      return half > 0 ? half : left;
    }
    effort = new Effort(thread);
    return left;
  }

  boolean spins() {
    return effort != null && effort.isHard();
  }
}
