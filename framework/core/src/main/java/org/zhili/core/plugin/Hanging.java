package org.zhili.core.plugin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one plug-in that were left to themselves and have not come back. Knows threads by
 * their number only, so that it may outlive the plug-in. Thread-safe.
 */
final class Hanging {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NO_THREAD = -1;

  /** Before that, what a thread has burnt says little. */
  private static final long LOOKED_AT_FOR = TimeUnit.SECONDS.toNanos(1);

  private final Set<Mark> marks = ConcurrentHashMap.newKeySet();

  /** A call that hangs, and what its thread had burnt by then; equal only to itself. */
  static final class Mark {
    private final long thread;
    private final long burntNanos;
    private final long atNanos = System.nanoTime();

    private Mark(long thread) {
      this.thread = thread;
      burntNanos = burntBy(thread);
    }
  }

  /**
   * A call is left to itself.
   *
   * @param thread that answers it, if one has begun to
   */
  Mark add(@Nullable Thread thread) {
    Mark mark = new Mark(thread == null ? NO_THREAD : thread.getId());
    marks.add(mark);
    return mark;
  }

  void cameBack(Mark mark) {
    marks.remove(mark);
  }

  int count() {
    return marks.size();
  }

  /** How many processors they keep busy, on average since they hang; 0 where nobody can tell. */
  double burning() {
    long now = System.nanoTime();
    double burning = 0;
    for (Mark mark : marks) {
      long passed = now - mark.atNanos;
      long burnt = burntBy(mark.thread) - mark.burntNanos;
      if (passed >= LOOKED_AT_FOR && burnt > 0) {
        burning += (double) burnt / passed;
      }
    }
    return burning;
  }

  private static long burntBy(long thread) {
    boolean known =
        thread != NO_THREAD
            && THREADS.isThreadCpuTimeSupported()
            && THREADS.isThreadCpuTimeEnabled();
    return known ? THREADS.getThreadCpuTime(thread) : 0;
  }
}
