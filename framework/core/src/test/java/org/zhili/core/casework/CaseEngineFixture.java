package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.SYSTEM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Standing;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.trace.InMemoryTraceStore;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** A case that was reported, and short words for what people do with it. */
abstract class CaseEngineFixture {
  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  static final Evidence PHOTO = new Evidence("photo-after", "photo-1");

  CaseType type = SampleTypes.component();
  final CaseEngine engine = new CaseEngine(SampleTypes.naturalTime());
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CaseLedger ledger =
      new CaseLedger(
          transactions,
          new InMemoryCaseStore(transactions),
          new TraceLog(transactions, new InMemoryTraceStore(transactions)));
  CaseFile file = reported();
  Instant now = START;

  /** Whatever a test did, it can be done again from what was written down. */
  @AfterEach
  void the_trace_replays_to_the_file() {
    List<TraceEntry> trace = ledger.trace().of(file.id());
    assertThat(trace).hasSize((int) file.version());
    assertThat(new CaseReplay(engine, ref -> type).replay(trace)).isEqualTo(file);
  }

  private CaseFile reported() {
    CaseFile blank =
        new CaseFile(
            new CaseId(new UUID(7, 1)),
            "ZL-20260302-000001",
            "0123456789ABCDEF",
            0,
            type.ref(),
            "reported",
            CaseState.REPORTED,
            Standing.OPEN,
            SampleTypes.report("k", START),
            Optional.of("missing"),
            Assignment.NONE,
            List.of(),
            List.of(),
            Counts.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    CaseFile opened = CaseReplay.opened(type, blank, START);
    ledger.opened(opened, SYSTEM, START);
    return opened;
  }

  Step act(Actor actor, CaseAction action) {
    now = now.plus(Duration.ofMinutes(10));
    Step step = engine.apply(type, file, action, actor, now);
    if (step instanceof Step.Taken taken) {
      file = taken.file();
      ledger.moved(file, action, actor, now, "");
    }
    return step;
  }

  void take(Actor actor, CaseAction action) {
    assertThat(act(actor, action)).isInstanceOf(Step.Taken.class);
  }

  void refuse(Actor actor, CaseAction action, Refusal because) {
    CaseFile before = file;
    Step step = act(actor, action);
    assertThat(step).isInstanceOf(Step.Refused.class);
    assertThat(((Step.Refused) step).code()).isEqualTo(because.code());
    assertThat(file).isEqualTo(before);
  }

  static CaseAction advance(String action, Evidence... evidence) {
    return new CaseAction.Advance(action, "", List.of(evidence));
  }

  static CaseAction dispatch(UnitId lead) {
    return new CaseAction.Dispatch(
        lead, Set.of(), Set.of(), Set.of(), new Wording("因为", "because"));
  }

  void toHandling() {
    take(SYSTEM, advance("accept"));
    take(SYSTEM, dispatch(WORKS));
    take(WORKER, advance("acknowledge"));
  }

  MilestoneClock clock(String milestone) {
    return file.clocks().stream()
        .filter(c -> c.milestone().equals(milestone))
        .findFirst()
        .orElseThrow();
  }
}
