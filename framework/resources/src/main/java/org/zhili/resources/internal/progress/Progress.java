package org.zhili.resources.internal.progress;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.trace.TraceEntry;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.Wordings;
import org.zhili.resources.internal.cases.MilestoneViews;

/** Shows how far a case is to whoever has its code. */
public final class Progress {
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

  private final CaseLedger ledger;
  private final CaseTypes types;
  private final MilestoneViews milestones;

  public Progress(CaseLedger ledger, CaseTypes types, MilestoneViews milestones) {
    this.ledger = ledger;
    this.types = types;
    this.milestones = milestones;
  }

  CaseFile file(String code) {
    return Optional.of(code.toUpperCase(Locale.ROOT))
        .filter(given -> CODE.matcher(given).matches())
        .flatMap(given -> ledger.transactions().run(() -> ledger.cases().findByPublicCode(given)))
        .orElseThrow(Trouble.UNKNOWN_PROGRESS::problem);
  }

  ProgressView of(CaseFile file) {
    CaseType type = types.of(file.type());
    return new ProgressView(
        file.number(),
        type.name(),
        file.state(),
        Wordings.of(file.state()),
        file.standing(),
        Wordings.of(file.standing()),
        stages(file),
        milestones.expectedEnd(file, type),
        file.standing() == Standing.CLOSED && file.rating().isEmpty());
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
