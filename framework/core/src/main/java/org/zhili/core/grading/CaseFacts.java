package org.zhili.core.grading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Milestone;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Standing;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Milestones;
import org.zhili.core.casework.Returns;
import org.zhili.id.UnitId;
import org.zhili.scoring.GradedCase;

/**
 * Gathers what grading needs from the books: every case with a milestone due in a period, under the
 * unit that leads it; and under units that handed it back with a reason that was accepted, marked
 * so. A case the calendar cannot tell about is reported instead of graded.
 */
public final class CaseFacts {
  private static final Duration RECURRENCE = Duration.ofDays(30);

  private final CaseLedger ledger;
  private final CaseTypes types;
  private final Milestones milestones;
  private final InstantSource clock;

  public CaseFacts(CaseLedger ledger, CaseTypes types, Milestones milestones, InstantSource clock) {
    this.ledger = ledger;
    this.types = types;
    this.milestones = milestones;
    this.clock = clock;
  }

  /** What is known of one unit's cases. */
  record Facts(List<GradedCase> cases, List<ScoreCard.LeftOut> leftOut) {
    private Facts() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** A stretch of time that milestones are due in. */
  record Stretch(Instant from, Instant until, ZoneId zone) {
    private boolean contains(Instant due) {
      return !due.isBefore(from) && due.isBefore(until);
    }

    /** What runs on into that year is not due before it begins. */
    private boolean endsBefore(int year) {
      return !until.isAfter(LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant());
    }
  }

  /** Cases by unit, for milestones due in this stretch of time. */
  Map<UnitId, Facts> in(Stretch time) {
    return ledger
        .transactions()
        .read(
            () -> {
              Map<UnitId, Facts> byUnit = new TreeMap<>();
              for (CaseFile file : ledger.cases().alive(time.from(), time.until())) {
                add(byUnit, file, time);
              }
              return byUnit;
            });
  }

  private void add(Map<UnitId, Facts> byUnit, CaseFile file, Stretch time) {
    if (file.standing() == Standing.VOID || file.standing() == Standing.MERGED) {
      return;
    }
    List<ScoreCard.LeftOut> leftOut = new ArrayList<>();
    List<GradedCase.Due> dues = dues(file, time, leftOut);
    Optional<UnitId> lead = file.assignment().lead();
    lead.ifPresent(unit -> add(byUnit, unit, graded(file, dues, false), leftOut));
    for (UnitId unit : handedBack(file)) {
      if (!lead.equals(Optional.of(unit))) {
        add(byUnit, unit, graded(file, dues, true), List.of());
      }
    }
  }

  private static void add(
      Map<UnitId, Facts> byUnit, UnitId unit, GradedCase graded, List<ScoreCard.LeftOut> leftOut) {
    if (graded.milestones().isEmpty() && leftOut.isEmpty()) {
      return;
    }
    Facts facts = byUnit.computeIfAbsent(unit, u -> new Facts());
    facts.leftOut().addAll(leftOut);
    if (!graded.milestones().isEmpty()) {
      facts.cases().add(graded);
    }
  }

  private Set<UnitId> handedBack(CaseFile file) {
    Set<UnitId> units = new HashSet<>();
    Returns.of(ledger, file).forEach(returned -> units.add(returned.unit()));
    return units;
  }

  private List<GradedCase.Due> dues(CaseFile file, Stretch time, List<ScoreCard.LeftOut> leftOut) {
    CaseType type = types.of(file.type());
    List<GradedCase.Due> dues = new ArrayList<>();
    for (MilestoneClock running : file.clocks()) {
      try {
        milestones
            .due(file, running)
            .filter(due -> settled(due, running.metAt()).filter(time::contains).isPresent())
            .map(due -> due(type, file, running, due))
            .ifPresent(dues::add);
      } catch (YearUnknown e) {
        if (!time.endsBefore(e.year())) {
          leftOut.add(
              new ScoreCard.LeftOut(file.id(), file.number(), running.milestone(), e.wording()));
        }
      }
    }
    return dues;
  }

  /**
   * When a milestone was settled, met or missed: that is the period it counts in. One that can
   * still be met is settled nowhere yet.
   */
  private Optional<Instant> settled(Instant due, Optional<Instant> met) {
    boolean open = met.isEmpty() && due.isAfter(clock.instant());
    return open ? Optional.empty() : Optional.of(met.filter(due::isAfter).orElse(due));
  }

  private static GradedCase.Due due(
      CaseType type, CaseFile file, MilestoneClock running, Instant due) {
    return new GradedCase.Due(
        running.milestone(), response(type, file, running), due, running.metAt());
  }

  /** A milestone that is met by getting to work asks for a response; any other for a result. */
  private static boolean response(CaseType type, CaseFile file, MilestoneClock clock) {
    return file.filing()
        .flatMap(type::filing)
        .flatMap(
            f -> f.milestones().stream().filter(m -> m.id().equals(clock.milestone())).findFirst())
        .flatMap(Milestone::until)
        .flatMap(type::step)
        .filter(step -> step.shownAs().compareTo(CaseState.HANDLING) <= 0)
        .isPresent();
  }

  private GradedCase graded(CaseFile file, List<GradedCase.Due> dues, boolean wronglySent) {
    Instant reportedAt = file.report().reportedAt();
    boolean recurrence =
        file.report()
            .asset()
            .filter(
                asset ->
                    ledger
                        .cases()
                        .closedAt(asset, reportedAt.minus(RECURRENCE), reportedAt, file.id()))
            .isPresent();
    return new GradedCase(
        file.id(),
        file.number(),
        file.type().id(),
        file.report().source(),
        file.standing(),
        reportedAt,
        file.closedAt(),
        dues,
        GradingRun.paused(file, clock.instant()),
        file.counts(),
        wronglySent,
        recurrence,
        file.rating());
  }
}
