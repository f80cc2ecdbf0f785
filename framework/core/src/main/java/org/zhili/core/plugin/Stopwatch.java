package org.zhili.core.plugin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times the question a worker is at, and sees whether it burns a processor over it. Guarded by the
 * lock of its {@link Call}.
 */
final class Stopwatch {
  /** How often it is looked what a worker burns that may be demoted. */
  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

  /** As much as one question may burn: well above what loading cold classes takes. */
  private static final long TOIL = TimeUnit.MILLISECONDS.toNanos(200);

  private final Duration limit;
  private final boolean demoting;
  private long begunAt = System.nanoTime();
  private long askedAt = begunAt;
  private @Nullable Worker thread;
  private @Nullable Effort toil;
  private @Nullable Effort effort;

  /**
   * Begin.
   *
   * @param demoting whether a worker that burns much over one question is demoted
   */
  Stopwatch(Duration limit, boolean demoting) {
    this.limit = limit;
    this.demoting = demoting;
  }

  Duration limit() {
    return limit;
  }

  @Nullable Worker thread() {
    return thread;
  }

  /** The calling thread, a worker, is at work; says since when. */
  long begin() {
    thread = (Worker) Thread.currentThread();
    begunAt = System.nanoTime();
    askedAt = begunAt;
    return begunAt;
  }

  /** Go on with the next question; says how long the one before took. */
  long lap(long now) {
    long took = now - askedAt;
    askedAt = now;
    toil = null;
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

  /** How long to wait before looking again, having looked. */
  long look(long left) {
    if (!demoting || isDemoted()) {
      return lookForSpinning(left);
    }
    if (thread != null) {
      toil = toil == null ? new Effort(thread) : toil;
      if (toil.burnt() >= TOIL) {
        thread.demote();
      }
    }
    return Math.min(GLANCE, lookForSpinning(left));
  }

  /** Half-way it is seen what the worker burns. */
  private long lookForSpinning(long left) {
    long half = left - limit.toNanos() / 2;
    if (half > 0 || thread == null || effort != null) {
      return half > 0 ? half : left;
    }
    effort = new Effort(thread);
    return left;
  }

  /** One that was demoted may burn little since. */
  boolean spins() {
    return isDemoted() || (effort != null && effort.isHard());
  }

  boolean isDemoted() {
    return thread != null && thread.isDemoted();
  }
}
