package org.zhili.core.grading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Milestones;
import org.zhili.core.dispatch.OrderStore;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.id.UnitId;
import org.zhili.scoring.GradedCase;

/**
 * Gathers what grading needs from the books: every case with a milestone due in a period, under the
 * unit that leads it; and under units that handed it back with a reason that was accepted, marked
 * so.
 */
public final class CaseFacts {
  private static final Duration RECURRENCE = Duration.ofDays(30);

  private final CaseLedger ledger;
  private final CaseTypes types;
  private final Milestones milestones;
  private final OrderStore orders;
  private final InstantSource clock;

  public CaseFacts(
      CaseLedger ledger,
      CaseTypes types,
      Milestones milestones,
      OrderStore orders,
      InstantSource clock) {
    this.ledger = ledger;
    this.types = types;
    this.milestones = milestones;
    this.orders = orders;
    this.clock = clock;
  }

  /** Cases by unit, for milestones due in this stretch of time. */
  Map<UnitId, List<GradedCase>> in(Instant from, Instant until) {
    return ledger
        .transactions()
        .run(
            () -> {
              Map<UnitId, List<GradedCase>> byUnit = new TreeMap<>();
              for (CaseFile file : ledger.cases().alive(from, until)) {
                add(byUnit, file, from, until);
              }
              return byUnit;
            });
  }

  private void add(
      Map<UnitId, List<GradedCase>> byUnit, CaseFile file, Instant from, Instant until) {
    if (file.standing() == Standing.VOID || file.standing() == Standing.MERGED) {
      return;
    }
    List<GradedCase.Due> dues = dues(file, from, until);
    if (dues.isEmpty()) {
      return;
    }
    Optional<UnitId> lead = file.assignment().lead();
    lead.ifPresent(
        unit ->
            byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(graded(file, dues, false)));
    for (UnitId unit : handedBack(file)) {
      if (!lead.equals(Optional.of(unit))) {
        byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(graded(file, dues, true));
      }
    }
  }

  private Set<UnitId> handedBack(CaseFile file) {
    Set<UnitId> units = new HashSet<>();
    if (file.counts().returns() > 0) {
      orders.of(file.id()).stream()
          .filter(o -> o.role() == WorkOrder.Role.LEAD)
          .filter(o -> o.status() == WorkOrder.Status.WITHDRAWN)
          .forEach(o -> units.add(o.unit()));
    }
    return units;
  }

  private List<GradedCase.Due> dues(CaseFile file, Instant from, Instant until) {
    CaseType type = types.of(file.type());
    List<GradedCase.Due> dues = new ArrayList<>();
    for (MilestoneClock clockOf : file.clocks()) {
      Optional<Instant> due = milestones.due(file, clockOf);
      if (due.filter(at -> counts(at, clockOf.metAt(), from, until)).isPresent()) {
        dues.add(
            new GradedCase.Due(
                clockOf.milestone(), response(type, file, clockOf), due.get(), clockOf.metAt()));
      }
    }
    return dues;
  }

  /**
   * A milestone counts in the period in which it was settled: met, or missed. One that can still be
   * met counts nowhere yet.
   */
  private boolean counts(Instant due, Optional<Instant> met, Instant from, Instant until) {
    Instant settled = met.filter(due::isAfter).orElse(due);
    boolean open = met.isEmpty() && due.isAfter(clock.instant());
    return !open && !settled.isBefore(from) && settled.isBefore(until);
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
