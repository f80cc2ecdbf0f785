package org.zhili.resources.internal.progress;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhili.access.Role;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Desk;
import org.zhili.core.trace.TraceEntry;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.Wordings;
import org.zhili.resources.internal.cases.MilestoneViews;

/** Shows how far a case is to whoever has its code. */
public final class Progress {
  /** Anybody who has a code, or reports without one. */
  public static final Actor RESIDENT =
      new Actor("resident", Set.of(Role.RESIDENT), Optional.empty());

  /** How many times cases are followed into others. */
  private static final int LONGEST = 10;

  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

  private final CaseLedger ledger;
  private final CaseTypes types;
  private final MilestoneViews milestones;
  private final Desk desk;

  public Progress(CaseLedger ledger, CaseTypes types, MilestoneViews milestones, Desk desk) {
    this.ledger = ledger;
    this.types = types;
    this.milestones = milestones;
    this.desk = desk;
  }

  /** What a resident could do to a case now. */
  Set<String> possible(CaseFile file) {
    return desk.possible(file, RESIDENT);
  }

  CaseFile file(String code) {
    return Optional.of(code.toUpperCase(Locale.ROOT))
        .filter(given -> CODE.matcher(given).matches())
        .flatMap(given -> ledger.transactions().read(() -> ledger.cases().findByPublicCode(given)))
        .orElseThrow(Trouble.UNKNOWN_PROGRESS::problem);
  }

  /**
   * How far a case is; one that goes on in another is as far as that, which keeps its own number
   * and takes nothing from this code.
   */
  ProgressView of(CaseFile own) {
    Set<String> possible = possible(own);
    CaseFile file = goesOnIn(own);
    CaseType type = types.of(file.type());
    return new ProgressView(
        own.number(),
        !file.id().equals(own.id()),
        type.name(),
        file.state(),
        Wordings.of(file.state()),
        file.standing(),
        Wordings.of(file.standing()),
        stages(file),
        milestones.of(file, type).stream()
            .map(m -> new ProgressView.Milestone(m.name(), m.dueAt(), m.metAt()))
            .toList(),
        milestones.expectedEnd(file, type),
        possible.contains("rate"),
        possible.contains("urge"),
        possible.contains("reopen"));
  }

  private CaseFile goesOnIn(CaseFile own) {
    CaseFile file = own;
    for (int i = 0; i < LONGEST; i++) {
      Optional<CaseFile> next = file.mergedInto().flatMap(desk::find);
      if (next.isEmpty()) {
        return file;
      }
      file = next.get();
    }
    return file;
  }

  private List<ProgressView.Stage> stages(CaseFile file) {
    Map<CaseState, Instant> reached = reached(ledger.trace().of(file.id()));
    return Arrays.stream(CaseState.values())
        .map(
            state ->
                new ProgressView.Stage(
                    state,
                    Wordings.of(state),
                    Optional.ofNullable(reached.get(state))
                        .filter(at -> state.compareTo(file.state()) <= 0)))
        .toList();
  }

  /** When each state was entered last. */
  private static Map<CaseState, Instant> reached(List<TraceEntry> trace) {
    Map<CaseState, Instant> reached = new EnumMap<>(CaseState.class);
    Optional<CaseState> before = Optional.empty();
    for (TraceEntry entry : trace) {
      Optional<CaseState> now = Optional.of(entry.state());
      if (!now.equals(before)) {
        reached.put(entry.state(), entry.at());
      }
      before = now;
    }
    return reached;
  }
}
