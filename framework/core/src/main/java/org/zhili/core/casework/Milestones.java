package org.zhili.core.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Limit;
import org.zhili.casework.MilestoneClock;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.id.CaseId;

/**
 * Watches the clocks of cases: when a milestone falls due unmet, the unit is urged once (催办) and
 * the trace says so.
 *
 * <p>Timers only remind to look. Whether something is due is computed from budget, pauses and
 * calendar at that moment, so a timer that comes early or late does no harm.
 */
public final class Milestones implements CaseListener, TimerHandler {
  public static final String MILESTONE = "milestone";
  private static final Actor WATCH = Actor.system("milestones");

  private final Desk desk;
  private final Deadlines deadlines;
  private final TimerStore timers;
  private final InstantSource clock;

  public Milestones(Desk desk, Deadlines deadlines, TimerStore timers, InstantSource clock) {
    this.desk = desk;
    this.deadlines = deadlines;
    this.timers = timers;
    this.clock = clock;
  }

  /** When a milestone is due; empty while the case's clocks stand still. */
  public Optional<Instant> due(CaseFile file, MilestoneClock milestone) {
    List<Limit> limits = new ArrayList<>();
    limits.add(milestone.limit());
    limits.addAll(milestone.extensions());
    return deadlines.due(milestone.startedAt(), limits, file.pauses());
  }

  @Override
  public void changed(Change change) {
    CaseFile after = change.after();
    if (!moveClocks(change)) {
      return;
    }
    for (MilestoneClock milestone : after.clocks()) {
      String key = after.id() + " " + milestone.milestone();
      timers.cancel(MILESTONE, key);
      if (milestone.metAt().isEmpty() && !after.standing().ended()) {
        due(after, milestone).ifPresent(at -> timers.add(NewTimer.of(MILESTONE, key, at)));
      }
    }
  }

  /**
   * Let the timers of a case follow a calendar that changed. They are only brought forward: one
   * that comes early looks again later, and what was urged is not urged a second time for the past.
   */
  void follow(CaseFile file) {
    for (MilestoneClock milestone : file.clocks()) {
      if (milestone.metAt().isEmpty()) {
        String key = file.id() + " " + milestone.milestone();
        known(file, milestone)
            .ifPresent(
                at -> {
                  timers.hasten(MILESTONE, key, at);
                  if (at.isAfter(clock.instant())) {
                    timers.add(NewTimer.of(MILESTONE, key, at));
                  }
                });
      }
    }
  }

  /** What reaches a year that is not known keeps its timer; the year brings all of this again. */
  private Optional<Instant> known(CaseFile file, MilestoneClock milestone) {
    try {
      return due(file, milestone);
    } catch (YearUnknown e) {
      return Optional.empty();
    }
  }

  /** Whether something may be due at another time now. */
  static boolean moveClocks(Change change) {
    List<Object> after = clocksOf(change.after());
    return change.before().map(before -> !clocksOf(before).equals(after)).orElse(true);
  }

  private static List<Object> clocksOf(CaseFile file) {
    return List.of(file.clocks(), file.pauses(), file.standing().ended());
  }

  @Override
  public Effect handle(TimerClaim claim) {
    int blank = claim.key().indexOf(' ');
    CaseId id = CaseId.of(claim.key().substring(0, blank));
    String milestone = claim.key().substring(blank + 1);
    return () -> desk.find(id).ifPresent(file -> look(file, milestone));
  }

  private void look(CaseFile file, String id) {
    Optional<MilestoneClock> unmet =
        file.clocks().stream()
            .filter(c -> c.milestone().equals(id) && c.metAt().isEmpty())
            .findFirst();
    if (unmet.isEmpty() || !file.standing().clockRuns()) {
      return;
    }
    Optional<Instant> due = due(file, unmet.get());
    if (due.isEmpty()) {
      return;
    }
    if (clock.instant().isBefore(due.get())) {
      timers.add(NewTimer.of(MILESTONE, file.id() + " " + id, due.get()));
      return;
    }
    desk.act(
        file.id(),
        new CaseAction.Urge(id + " " + due.get()),
        WATCH,
        OptionalLong.of(file.version()));
  }
}
