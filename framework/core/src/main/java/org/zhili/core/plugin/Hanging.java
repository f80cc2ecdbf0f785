package org.zhili.core.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one plug-in that were left to themselves and have not come back. Knows threads by
 * their number only, so that it may outlive the plug-in. Thread-safe.
 */
final class Hanging {
  /** Before that, what a thread has burnt says little. */
  private static final long LOOKED_AT_FOR = TimeUnit.SECONDS.toNanos(1);

  private final Set<Mark> marks = ConcurrentHashMap.newKeySet();

  /** A call that hangs, and what its thread burns since; equal only to itself. */
  static final class Mark {
    private final String part;
    private final boolean spins;
    private final Effort effort;

    private Mark(String part, long thread, boolean spins) {
      this.part = part;
      this.spins = spins;
      effort = new Effort(thread);
    }

    long nanos() {
      return effort.nanos();
    }
  }

  /**
   * A call is left to itself.
   *
   * @param part of the plug-in that was asked
   * @param thread that answers it, if one has begun to
   * @param spins whether that kept a processor busy until now
   */
  Mark add(String part, @Nullable Thread thread, boolean spins) {
    Mark mark = new Mark(part, thread == null ? Effort.NO_THREAD : thread.getId(), spins);
    marks.add(mark);
    return mark;
  }

  void cameBack(Mark mark) {
    marks.remove(mark);
  }

  int count() {
    return marks.size();
  }

  /** Whether none hangs; costs nothing. */
  boolean isEmpty() {
    return marks.isEmpty();
  }

  int count(String part) {
    return (int) marks.stream().filter(mark -> mark.part.equals(part)).count();
  }

  /** Those of a part that keep a processor busy, the youngest first. */
  List<Mark> spinning(String part) {
    return marks.stream()
        .filter(mark -> mark.spins && mark.part.equals(part))
        .sorted(Comparator.comparingLong(Mark::nanos))
        .toList();
  }

  /** How many processors they keep busy, on average since they hang; 0 where nobody can tell. */
  double burning() {
    return marks.stream()
        .map(mark -> mark.effort)
        .filter(effort -> effort.nanos() >= LOOKED_AT_FOR)
        .mapToDouble(Effort::burning)
        .sum();
  }
}
