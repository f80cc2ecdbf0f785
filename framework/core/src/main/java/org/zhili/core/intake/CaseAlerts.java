package org.zhili.core.intake;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseListener;
import org.zhili.core.casework.Desk;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;
import org.zhili.id.CaseId;

/**
 * Follows the alerts of a case, which its trace names: they end with the case, or go on in the case
 * it is merged into.
 */
public final class CaseAlerts implements CaseListener, TimerHandler {
  /** The kind of timers that end the alerts of the case whose id is the key. */
  public static final String CASE_ENDED = "case-ended";

  private static final Actor INTAKE = Actor.system("alert-intake");
  private static final String ALERT = "alert";

  private final TimerStore timers;
  private final Desk desk;
  private final TraceLog trace;
  private final Consumer<UUID> end;

  /**
   * Set up.
   *
   * @param end ends an alert, again if need be
   */
  public CaseAlerts(TimerStore timers, Desk desk, TraceLog trace, Consumer<UUID> end) {
    this.timers = timers;
    this.desk = desk;
    this.trace = trace;
    this.end = end;
  }

  /** What names an alert in the trace of its case. */
  static Evidence evidence(UUID alert) {
    return new Evidence(ALERT, alert.toString());
  }

  @Override
  public void changed(Change change) {
    boolean ended =
        change.before().filter(before -> before.standing().ended()).isEmpty()
            && change.after().standing().ended();
    if (ended && change.after().report().device().isPresent()) {
      timers.add(NewTimer.of(CASE_ENDED, change.after().id().toString(), change.event().at()));
    }
  }

  @Override
  public Effect handle(TimerClaim claim) {
    CaseId id = CaseId.of(claim.key());
    Set<UUID> alerts = trace.of(id).stream().flatMap(CaseAlerts::named).collect(Collectors.toSet());
    Optional<CaseFile> file = desk.find(id);
    Optional<CaseId> into =
        file.filter(f -> f.standing() == Standing.MERGED).flatMap(CaseFile::mergedInto);
    if (into.isPresent()) {
      return () -> alerts.forEach(alert -> note(into.get(), alert));
    }
    // one that was reopened meanwhile keeps its alerts
    if (file.filter(f -> f.standing().ended()).isPresent()) {
      alerts.forEach(end);
    }
    return Effect.NOTHING;
  }

  /** A case that has ended too takes no notes, and its alerts have ended. */
  private void note(CaseId into, UUID alert) {
    desk.act(
        into, new CaseAction.Note("", Optional.of(evidence(alert))), INTAKE, OptionalLong.empty());
  }

  private static Stream<UUID> named(TraceEntry entry) {
    return IntStream.iterate(
            0, i -> entry.arguments().containsKey("evidence." + i + ".kind"), i -> i + 1)
        .filter(i -> ALERT.equals(entry.arguments().get("evidence." + i + ".kind")))
        .mapToObj(i -> UUID.fromString(entry.arguments().get("evidence." + i + ".content")));
  }
}
