package org.zhili.resources.internal.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.core.trace.TraceEntry;
import org.zhili.id.UnitId;

/** Reads from a case's trace which units had a part in it. */
final class Parts {
  private Parts() {}

  /**
   * The units that had a part before a version.
   *
   * @param trace of the case, oldest first
   */
  static Set<UnitId> before(long version, List<TraceEntry> trace) {
    Set<UnitId> units = new HashSet<>();
    for (TraceEntry entry : trace) {
      if (entry.sequence() >= version) {
        break;
      }
      if (entry.action().equals("dispatch")) {
        units.clear();
        units.addAll(given(entry));
      } else if (entry.action().equals("decide-return")
          && entry.argument("granted").filter("true"::equals).isPresent()) {
        units.clear();
      }
    }
    return units;
  }

  private static List<UnitId> given(TraceEntry dispatch) {
    return Stream.of("lead", "assisting", "supervising", "notified")
        .flatMap(part -> dispatch.argument(part).stream())
        .flatMap(ids -> Stream.of(ids.split(" ")))
        .filter(id -> !id.isEmpty())
        .map(UnitId::new)
        .toList();
  }
}
