package org.zhili.core.casework;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.Counts;
import org.zhili.casework.Standing;
import org.zhili.core.trace.TraceEntry;

/** Plays a trace through the engine again: what comes out must be the file that is stored. */
public final class CaseReplay {
  private final CaseEngine engine;
  private final Function<CaseTypeRef, CaseType> types;

  public CaseReplay(CaseEngine engine, Function<CaseTypeRef, CaseType> types) {
    this.engine = engine;
    this.types = types;
  }

  /**
   * Play a trace.
   *
   * @throws IllegalArgumentException when an entry is a step the engine would have refused
   */
  public CaseFile replay(List<TraceEntry> trace) {
    TraceEntry first = trace.get(0);
    CaseTypeRef ref =
        new CaseTypeRef(need(first, "type"), Integer.parseInt(need(first, "typeVersion")));
    CaseType type = types.apply(ref);
    CaseFile file = opened(type, blank(first, type), first.at());
    for (TraceEntry entry : trace.subList(1, trace.size())) {
      file = play(type, file, entry);
    }
    return file;
  }

  private CaseFile play(CaseType type, CaseFile file, TraceEntry entry) {
    Set<String> roles = new HashSet<>(List.of(entry.argument("roles").orElse("").split(" ")));
    Actor actor = new Actor(entry.actor(), roles, entry.unit());
    Step step =
        engine.apply(
            type, file, ActionWords.action(entry.action(), entry.arguments()), actor, entry.at());
    if (step instanceof Step.Taken taken) {
      return taken.file();
    }
    throw new IllegalArgumentException(
        "entry " + entry.sequence() + " of case " + entry.caseId() + " is no legal step: " + step);
  }

  private static CaseFile blank(TraceEntry first, CaseType type) {
    return new CaseFile(
        first.caseId(),
        need(first, "number"),
        need(first, "publicCode"),
        0,
        type.ref(),
        type.steps().get(0).id(),
        type.steps().get(0).shownAs(),
        Standing.OPEN,
        ReportWords.report(first.arguments()),
        first.argument("filing"),
        Assignment.NONE,
        List.of(),
        List.of(),
        Counts.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A blank file as it stands once opened: milestones that begin at the first step run. */
  static CaseFile opened(CaseType type, CaseFile blank, Instant at) {
    return new FileEdit(type, blank, at).moveTo(blank.step()).done();
  }

  private static String need(TraceEntry entry, String argument) {
    return entry
        .argument(argument)
        .orElseThrow(
            () -> new IllegalArgumentException("the first entry of a trace lacks " + argument));
  }
}
