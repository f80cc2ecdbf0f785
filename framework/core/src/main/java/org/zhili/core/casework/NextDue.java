package org.zhili.core.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.zhili.casework.CaseFile;
import org.zhili.core.calendar.YearUnknown;

/**
 * Keeps with each case when something is due in it next, so that lists can ask for it. The file and
 * the calendar say when; what is kept follows them.
 */
public final class NextDue implements CaseListener {
  private final Milestones milestones;
  private final CaseStore cases;

  public NextDue(Milestones milestones, CaseStore cases) {
    this.milestones = milestones;
    this.cases = cases;
  }

  @Override
  public void changed(Change change) {
    if (Milestones.moveClocks(change)) {
      Optional<Instant> next = next(change.after());
      if (change.before().isPresent() || next.isPresent()) {
        cases.due(change.after().id(), next);
      }
    }
  }

  /** Keep it anew, by a calendar that changed. */
  void follow(CaseFile file) {
    try {
      cases.due(file.id(), next(file));
    } catch (YearUnknown e) {
      return; // the year brings all of this again
    }
  }

  private Optional<Instant> next(CaseFile file) {
    return file.clocks().stream()
        .filter(clock -> clock.metAt().isEmpty() && !file.standing().ended())
        .flatMap(clock -> milestones.due(file, clock).stream())
        .min(Comparator.naturalOrder());
  }
}
