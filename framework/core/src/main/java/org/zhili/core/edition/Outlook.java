package org.zhili.core.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhili.casework.CaseFile;
import org.zhili.casework.MilestoneClock;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.edition.Findings.Due;

/**
 * When the milestones of a case are due by a calendar, and whether one of them is late.
 *
 * @param dues by milestone; those that nobody knows are left out
 * @param unknown working time reaches into a year without days
 */
record Outlook(Map<String, Instant> dues, boolean overdue, boolean unknown) {
  Outlook {
    dues = Map.copyOf(dues);
  }

  static Outlook of(CaseFile file, WorkingCalendar calendar, Instant now) {
    Map<String, Instant> dues = new TreeMap<>();
    boolean overdue = false;
    boolean unknown = false;
    for (MilestoneClock clock : file.clocks()) {
      try {
        Optional<Instant> due = calendar.due(clock, file.pauses());
        due.ifPresent(at -> dues.put(clock.milestone(), at));
        overdue |= due.filter(at -> late(file, clock, at, now)).isPresent();
      } catch (YearUnknown e) {
        unknown = true;
      }
    }
    return new Outlook(dues, overdue, unknown);
  }

  /** What was not met when the case came to its end is late from then on, if it was due. */
  private static boolean late(CaseFile file, MilestoneClock clock, Instant due, Instant now) {
    return clock
        .metAt()
        .or(file::closedAt)
        .map(end -> end.isAfter(due))
        .orElse(!file.standing().ended() && now.isAfter(due));
  }

  /** The milestones that fall due at another time by that one. */
  List<Due> until(Outlook other) {
    Set<String> all = new LinkedHashSet<>(dues.keySet());
    all.addAll(other.dues.keySet());
    List<Due> changed = new ArrayList<>();
    for (String milestone : all.stream().sorted().toList()) {
      Optional<Instant> before = Optional.ofNullable(dues.get(milestone));
      Optional<Instant> after = Optional.ofNullable(other.dues.get(milestone));
      if (!before.equals(after)) {
        changed.add(new Due(milestone, before, after));
      }
    }
    return changed;
  }
}
