package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.casework.MilestoneClock;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.Milestones;
import org.zhili.resources.internal.cases.CaseDetail.MilestoneView;
import org.zhili.text.Wording;

/** Shows the clocks of a case with the times they come to. */
public final class MilestoneViews {
  private final Milestones milestones;
  private final InstantSource clock;
  private final CaseWords words;

  public MilestoneViews(Milestones milestones, InstantSource clock, CaseWords words) {
    this.milestones = milestones;
    this.clock = clock;
    this.words = words;
  }

  public List<MilestoneView> of(CaseFile file, CaseType type) {
    Instant now = clock.instant();
    return file.clocks().stream().map(running -> view(file, type, running, now)).toList();
  }

  private MilestoneView view(CaseFile file, CaseType type, MilestoneClock running, Instant now) {
    Optional<Instant> due = Optional.empty();
    Optional<Wording> note = Optional.empty();
    try {
      due = milestones.due(file, running);
    } catch (YearUnknown e) {
      note = Optional.of(e.wording());
    }
    Optional<Milestone> milestone = milestone(file, type, running.milestone());
    Instant measured = running.metAt().or(file::closedAt).orElse(now);
    return new MilestoneView(
        running.milestone(),
        milestone.map(Milestone::name).orElse(Wording.same(running.milestone())),
        running.limit(),
        running.extensions(),
        running.startedAt(),
        due,
        running.metAt(),
        due.filter(measured::isAfter).isPresent(),
        note,
        CaseDetail.Kind.of(milestone.map(Milestone::evidence).orElse(Set.of()), words));
  }

  private static Optional<Milestone> milestone(CaseFile file, CaseType type, String id) {
    return file
        .filing()
        .flatMap(type::filing)
        .map(FilingCondition::milestones)
        .orElse(List.of())
        .stream()
        .filter(m -> m.id().equals(id))
        .findFirst();
  }

  /** The milestone that is due next; none once the case has ended. */
  Optional<MilestoneView> next(CaseFile file, CaseType type) {
    return unmet(file, type).stream().min(MilestoneViews::byDue);
  }

  /** When the last of the milestones is due that are not met yet. */
  public Optional<Instant> expectedEnd(CaseFile file, CaseType type) {
    return unmet(file, type).stream().max(MilestoneViews::byDue).flatMap(MilestoneView::dueAt);
  }

  private List<MilestoneView> unmet(CaseFile file, CaseType type) {
    return file.standing().ended()
        ? List.of()
        : of(file, type).stream()
            .filter(m -> m.metAt().isEmpty() && m.dueAt().isPresent())
            .toList();
  }

  private static int byDue(MilestoneView one, MilestoneView other) {
    return one.dueAt().orElse(Instant.MAX).compareTo(other.dueAt().orElse(Instant.MAX));
  }
}
