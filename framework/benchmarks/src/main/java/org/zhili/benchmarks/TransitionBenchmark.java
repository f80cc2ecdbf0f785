package org.zhili.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.zhili.access.Role;
import org.zhili.alert.Severity;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.core.casework.CaseEngine;
import org.zhili.core.casework.Step;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;
import org.zhili.urban.UrbanModule;

/** What one step of a case costs in the case engine: a whole case from reported to closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class TransitionBenchmark {
  private static final int STEPS = 5;
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final UnitId LEAD = new UnitId("sanitation");
  private static final Actor TOWN = Actor.system("benchmark");
  private static final Actor UNIT = new Actor("wang", Set.of(Role.UNIT), Optional.of(LEAD));
  private static final Actor SUPERVISOR =
      new Actor("sun", Set.of(Role.SUPERVISOR), Optional.empty());
  private static final CaseAction ACCEPT = new CaseAction.Advance("accept", "", List.of());
  private static final CaseAction DISPATCH =
      new CaseAction.Dispatch(LEAD, Set.of(), Set.of(), Set.of(), Wording.same("catalogue"));
  private static final CaseAction ACKNOWLEDGE =
      new CaseAction.Advance("acknowledge", "", List.of());
  private static final CaseAction FEED_BACK =
      new CaseAction.Advance("feed-back", "", List.of(new Evidence("note", "emptied")));
  private static final CaseAction CLOSE = new CaseAction.Advance("close", "", List.of());

  private final CaseType type = CaseTypeJson.bundled(UrbanModule.class, "component.json");
  private final CaseEngine engine =
      new CaseEngine((start, limits, pauses) -> Optional.of(start.plus(Duration.ofHours(1))));
  private final CaseFile reported = reported();

  private CaseFile reported() {
    Report report =
        new Report(
            "device bin-000001 full",
            "sensor",
            "trash_bin",
            "full",
            new AreaId("990001"),
            "中山路100号",
            Optional.empty(),
            Wording.same("full"),
            Severity.MAJOR,
            START,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new CaseFile(
        new CaseId(new UUID(7, 1)),
        "ZL-20260302-000001",
        "0123456789ABCDEF",
        1,
        type.ref(),
        type.steps().get(0).id(),
        CaseState.REPORTED,
        Standing.OPEN,
        report,
        Optional.of("bin-full"),
        Assignment.NONE,
        List.of(),
        List.of(),
        Counts.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public CaseFile step() {
    CaseFile file = take(reported, ACCEPT, TOWN);
    file = take(file, DISPATCH, TOWN);
    file = take(file, ACKNOWLEDGE, UNIT);
    file = take(file, FEED_BACK, UNIT);
    return take(file, CLOSE, SUPERVISOR);
  }

  private CaseFile take(CaseFile file, CaseAction action, Actor actor) {
    Step step = engine.apply(type, file, action, actor, START.plus(Duration.ofMinutes(1)));
    if (step instanceof Step.Taken taken) {
      return taken.file();
    }
    throw new IllegalStateException(action.name() + " was refused: " + step);
  }
}
