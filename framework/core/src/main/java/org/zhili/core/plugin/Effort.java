package org.zhili.core.plugin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a thread burns from now on: tells one that spins from one that waits. Knows it by its number
 * only. Where the machine cannot tell, everybody waits.
 */
final class Effort {
  static final long NO_THREAD = -1;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of a processor: one that waits burns next to nothing, and one that spins may have to share. */
  private static final double HARD = 0.05;

  private final long thread;
  private final long burntNanos;
  private final long sinceNanos = System.nanoTime();

  Effort(Thread thread) {
    this(thread.getId());
  }

  Effort(long thread) {
    this.thread = thread;
    burntNanos = burntBy(thread);
  }

  long nanos() {
    return System.nanoTime() - sinceNanos;
  }

  /** How much of a processor it has kept busy, on average. */
  double burning() {
    return (double) burnt() / Math.max(1, nanos());
  }

  /** How many nanoseconds of processor time it took. */
  long burnt() {
    return Math.max(0, burntBy(thread) - burntNanos);
  }

  boolean isHard() {
    return burning() > HARD;
  }

  private static long burntBy(long thread) {
    boolean known =
        thread != NO_THREAD
            && THREADS.isThreadCpuTimeSupported()
            && THREADS.isThreadCpuTimeEnabled();
    return known ? THREADS.getThreadCpuTime(thread) : 0;
  }
}
