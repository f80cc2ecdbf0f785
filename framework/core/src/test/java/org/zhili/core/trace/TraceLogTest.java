package org.zhili.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.trace.TraceStoreContract.entry;
import static org.zhili.core.trace.TraceStoreContract.id;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.trace.TraceLog.Finding;
import org.zhili.core.trace.TraceLog.Kind;
import org.zhili.id.CaseId;

/** What is found when somebody with access to the disk touched the traces. */
class TraceLogTest {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00Z");
  private static final CaseId TOUCHED = id(1);

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTraceStore store = new InMemoryTraceStore(transactions);
  private final TraceLog log = new TraceLog(transactions, store);

  @BeforeEach
  void twoCasesAndTwoCheckpoints() {
    append(TOUCHED, 1, 3);
    append(id(2), 1, 2);
    log.checkpoint(AT);
    append(TOUCHED, 4, 5);
    log.checkpoint(AT.plusSeconds(600));
    assertThat(log.verifyAll()).isEmpty();
  }

  private void append(CaseId caseId, int from, int to) {
    for (int sequence = from; sequence <= to; sequence++) {
      log.append(entry(caseId, sequence));
    }
  }

  @Test
  void a_tail_that_was_cut_is_missing() {
    store.cut(TOUCHED, 4);
    assertThat(log.verify(TOUCHED)).as("what is left is whole in itself").isEmpty();
    assertThat(log.verifyAll()).containsExactly(finding(4, Kind.MISSING));
  }

  @Test
  void a_case_that_was_deleted_whole_is_missing() {
    store.cut(TOUCHED, 1);
    assertThat(log.verifyAll()).containsExactly(finding(1, Kind.MISSING));
  }

  @Test
  void an_entry_that_was_taken_out_of_the_middle_is_missing() {
    List<TraceEntry> entries = store.of(TOUCHED);
    store.cut(TOUCHED, 2);
    entries.subList(2, 5).forEach(store::append);
    assertThat(log.verify(TOUCHED)).containsExactly(finding(2, Kind.MISSING));
    assertThat(log.verifyAll()).containsExactly(finding(2, Kind.MISSING));
  }

  @Test
  void an_entry_that_was_changed_is_found() {
    TraceEntry kept = store.of(TOUCHED).get(1);
    store.tamper(by("nobody", kept, kept.previous(), kept.hash()));
    assertThat(log.verify(TOUCHED)).containsExactly(finding(2, Kind.CHANGED));
    assertThat(log.verifyAll()).containsExactly(finding(2, Kind.CHANGED));
  }

  @Test
  void an_entry_that_was_changed_and_hashed_again_no_longer_leads_to_the_next() {
    TraceEntry kept = store.of(TOUCHED).get(1);
    store.tamper(TraceEntry.chained(by("nobody", kept, "", ""), kept.previous()));
    assertThat(log.verifyAll()).containsExactly(finding(3, Kind.CHANGED));
  }

  @Test
  void a_chain_that_was_written_anew_from_its_first_entry_is_not_the_one_of_the_checkpoint() {
    List<TraceEntry> entries = store.of(TOUCHED);
    store.cut(TOUCHED, 1);
    entries.forEach(kept -> log.append(by("nobody", kept, "", "")));
    assertThat(log.verify(TOUCHED)).as("what is there now is whole in itself").isEmpty();
    assertThat(log.verifyAll()).containsExactly(finding(5, Kind.CHANGED));
  }

  @Test
  void a_checkpoint_that_was_changed_is_found() {
    Checkpoint last = store.checkpoints().get(1);
    store.cut(TOUCHED, 4);
    store.tamper(
        new Checkpoint(2, last.at(), last.position(), List.of(), last.previous(), last.hash()));
    assertThat(log.verifyAll()).containsExactly(checkpointChanged(2));
  }

  @Test
  void a_checkpoint_that_was_changed_and_hashed_again_no_longer_leads_to_the_next() {
    Checkpoint first = store.checkpoints().get(0);
    store.cut(id(2), 1);
    store.tamper(Checkpoint.after(1, first.previous(), AT, first.position(), List.of()));
    assertThat(log.verifyAll()).containsExactly(checkpointChanged(2));
  }

  private static Finding finding(long sequence, Kind kind) {
    return new Finding(Optional.of(TOUCHED), sequence, kind);
  }

  private static Finding checkpointChanged(long number) {
    return new Finding(Optional.empty(), number, Kind.CHECKPOINT_CHANGED);
  }

  /** The same entry, as if this actor had written it. */
  private static TraceEntry by(String actor, TraceEntry kept, String previous, String hash) {
    return new TraceEntry(
        kept.caseId(),
        kept.sequence(),
        kept.at(),
        actor,
        kept.unit(),
        kept.action(),
        kept.arguments(),
        kept.step(),
        kept.state(),
        kept.standing(),
        kept.advisor(),
        previous,
        hash);
  }
}
