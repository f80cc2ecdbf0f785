package org.zhili.resources.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.zhili.core.trace.TraceStore.Grown;
import org.zhili.id.CaseId;

/**
 * How far the trace has been read. On a database that lets several write at once, an entry may show
 * up behind one with a later place; places that were left out are looked at again for a while.
 */
final class Growth {
  private static final int AT_ONCE = 1_000;
  private static final int MOST_LEFT_OUT = 1_000;
  private static final int LOOKS = 60;

  private final NavigableMap<Long, Integer> leftOut = new TreeMap<>();
  private long end;

  /** Entries behind a place, and at some before it. */
  @FunctionalInterface
  interface Log {
    List<Grown> grown(long after, Set<Long> leftOut, int limit);
  }

  private Growth(long end) {
    this.end = end;
  }

  /**
   * Begin where the trace ends now: what is there is not told, what shows up before the end is.
   *
   * @param end the place of its last entry
   */
  static Growth from(long end, Log log) {
    Growth growth = new Growth(Math.max(0, end - MOST_LEFT_OUT));
    growth.take(growth.read(log));
    return growth;
  }

  /** Whether this is not all that was added. */
  static boolean isFlood(List<Grown> read) {
    return read.size() >= AT_ONCE;
  }

  /** What was added since. */
  List<Grown> read(Log log) {
    return log.grown(end, Set.copyOf(leftOut.keySet()), AT_ONCE);
  }

  /** Go on behind what was read; answers the latest version of each case in it. */
  Map<CaseId, Long> take(List<Grown> read) {
    leftOut.replaceAll((place, looks) -> looks - 1);
    leftOut.values().removeIf(looks -> looks <= 0);
    Map<CaseId, Long> latest = new LinkedHashMap<>();
    for (Grown grown : read) {
      latest.merge(grown.caseId(), grown.version(), Math::max);
      leftOut.remove(grown.position());
      for (long place = Math.max(end + 1, grown.position() - MOST_LEFT_OUT);
          place < grown.position();
          place++) {
        leftOut.put(place, LOOKS);
      }
      end = Math.max(end, grown.position());
    }
    leftOut.headMap(end - MOST_LEFT_OUT).clear();
    return latest;
  }
}
