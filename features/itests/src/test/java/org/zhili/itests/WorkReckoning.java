package org.zhili.itests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhili.casework.CaseFile;

/** Looks whether the town owes any work that it should have done, or that nobody needs. */
final class WorkReckoning {
  /** What a town always has before it. */
  private static final Set<String> FOR_EVER = Set.of("chore", "job");

  private WorkReckoning() {}

  /** Everything that is not as it must be, one line each. */
  static List<String> faults(Books books) {
    Set<String> watched = new HashSet<>();
    for (CaseFile file : books.cases()) {
      if (!file.standing().ended()) {
        file.clocks().stream()
            .filter(clock -> clock.metAt().isEmpty())
            .forEach(clock -> watched.add(file.id() + " " + clock.milestone()));
      }
    }
    List<String> faults = new ArrayList<>();
    for (Books.Timer timer : books.timers()) {
      boolean reminds = timer.kind().equals("milestone") && watched.remove(timer.key());
      if (timer.dead()) {
        faults.add("given up: " + timer);
      } else if (!reminds && !FOR_EVER.contains(timer.kind())) {
        faults.add("left behind: " + timer);
      }
    }
    watched.forEach(milestone -> faults.add("nobody watches: " + milestone));
    return faults;
  }
}
