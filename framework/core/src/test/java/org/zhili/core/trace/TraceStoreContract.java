package org.zhili.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** What a {@link TraceStore} promises. Every test begins with an empty store. */
public abstract class TraceStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456789Z");

  protected abstract Transactions transactions();

  protected abstract TraceStore store();

  protected static CaseId id(int n) {
    return new CaseId(new UUID(7L << 12 | (long) n << 16, Long.MIN_VALUE | n));
  }

  /** An entry that follows nothing and is followed by nothing. */
  protected static TraceEntry entry(CaseId caseId, long sequence) {
    return entry(caseId, sequence, AT, new TreeMap<>(Map.of("note", "n" + sequence)));
  }

  private static TraceEntry entry(
      CaseId caseId, long sequence, Instant at, SortedMap<String, String> arguments) {
    return TraceEntry.chained(
        new TraceEntry(
            caseId,
            sequence,
            at,
            "olivia",
            Optional.of(new UnitId("works")),
            "note",
            arguments,
            "handling",
            CaseState.HANDLING,
            Standing.OPEN,
            "rules@1.2",
            "",
            ""),
        TraceHash.EMPTY);
  }

  private TraceLog log() {
    return new TraceLog(transactions(), store());
  }

  private void append(CaseId caseId, long... sequences) {
    transactions()
        .run(
            () -> {
              for (long sequence : sequences) {
                store().append(entry(caseId, sequence));
              }
            });
  }

  @Test
  void an_entry_comes_back_as_it_was_written_to_the_nanosecond() {
    TreeMap<String, String> odd = new TreeMap<>();
    odd.put("empty", "");
    odd.put("\"quoted\" 键", "a\\b\n\u0000\u2028'🚧");
    odd.put("long", "x".repeat(50_000));
    TraceEntry full = entry(id(1), 1, AT, odd);
    TraceEntry bare =
        TraceEntry.chained(
            new TraceEntry(
                id(1),
                2,
                Instant.parse("2026-11-23T07:42:00Z"),
                "",
                Optional.empty(),
                "open",
                new TreeMap<>(),
                "s",
                CaseState.REPORTED,
                Standing.VOID,
                "",
                "",
                ""),
            full.hash());
    transactions()
        .run(
            () -> {
              store().append(full);
              store().append(bare);
            });

    assertThat(store().of(id(1))).containsExactly(full, bare);
    assertThat(log().verify(id(1))).isEmpty();
  }

  @Test
  void entries_of_a_case_come_in_order_and_the_last_is_its_head() {
    append(id(1), 1, 2);
    append(id(2), 1);
    append(id(1), 3);

    assertThat(store().of(id(1))).extracting(TraceEntry::sequence).containsExactly(1L, 2L, 3L);
    assertThat(store().head(id(1))).contains(entry(id(1), 3));
    assertThat(store().head(id(2))).contains(entry(id(2), 1));
  }

  @Test
  void a_case_without_entries_has_none_and_no_head() {
    assertThat(store().of(id(1))).isEmpty();
    assertThat(store().head(id(1))).isEmpty();
  }

  @Test
  void an_entry_is_written_once() {
    append(id(1), 1);

    assertThatThrownBy(() -> append(id(1), 1)).isInstanceOf(StoreConflict.class);
    assertThat(store().of(id(1))).hasSize(1);
  }

  @Test
  void of_two_who_write_the_same_entry_at_once_one_wins() {
    Callable<Boolean> write =
        () -> {
          try {
            append(id(1), 1);
            return true;
          } catch (StoreConflict conflict) {
            return false;
          }
        };

    assertThat(Together.all(List.of(write, write))).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void what_a_failed_transaction_appended_is_gone() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().append(entry(id(1), 1));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().of(id(1))).isEmpty();
  }

  @Test
  void the_position_grows_with_every_entry() {
    List<Long> positions = new ArrayList<>();
    positions.add(store().position());
    append(id(1), 1);
    positions.add(store().position());
    append(id(2), 1, 2);
    positions.add(store().position());

    assertThat(positions.get(0)).isZero();
    assertThat(positions).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_latest_time_is_known_whichever_entry_bears_it() {
    assertThat(store().latest()).isEmpty();
    List<Instant> times =
        List.of(
            AT,
            AT.minusSeconds(9),
            Instant.parse("2026-11-23T08:00:00Z"),
            Instant.parse("2026-11-23T08:00:00.000000002Z"),
            Instant.parse("2026-11-23T08:00:00.000000001Z"));
    for (int i = 0; i < times.size(); i++) {
      TraceEntry entry = entry(id(i), 1, times.get(i), new TreeMap<>());
      transactions().run(() -> store().append(entry));
    }

    assertThat(store().latest()).contains(times.get(3));
  }

  @Test
  void heads_are_those_of_cases_that_grew() {
    append(id(1), 1, 2);
    append(id(2), 1);
    long before = store().position();
    append(id(1), 3);

    assertThat(store().headsAfter(0)).containsExactly(head(id(1), 3), head(id(2), 1));
    assertThat(store().headsAfter(before)).containsExactly(head(id(1), 3));
    assertThat(store().headsAfter(store().position())).isEmpty();
  }

  private static TraceStore.Head head(CaseId caseId, long length) {
    return new TraceStore.Head(caseId, length, entry(caseId, length).hash());
  }

  @Test
  void checkpoints_come_back_as_they_were_written_oldest_first() {
    append(id(1), 1, 2);
    append(id(2), 1);
    assertThat(store().lastCheckpoint()).isEmpty();
    Checkpoint first = log().checkpoint(AT).orElseThrow();
    append(id(2), 2);
    Checkpoint second = log().checkpoint(AT.plusNanos(1)).orElseThrow();

    assertThat(first.heads()).containsExactly(head(id(1), 2), head(id(2), 1));
    assertThat(second.heads()).containsExactly(head(id(2), 2));
    assertThat(store().checkpoints()).containsExactly(first, second);
    assertThat(store().lastCheckpoint()).contains(second);
    assertThat(log().checkpoint(AT)).isEmpty();
  }

  @Test
  void a_checkpoint_is_written_once() {
    append(id(1), 1);
    Checkpoint checkpoint = log().checkpoint(AT).orElseThrow();

    assertThatThrownBy(() -> transactions().run(() -> store().append(checkpoint)))
        .isInstanceOf(StoreConflict.class);
    assertThat(store().checkpoints()).hasSize(1);
  }

  @Test
  void a_chain_that_was_kept_is_found_whole() {
    for (int sequence = 1; sequence <= 3; sequence++) {
      log().append(entry(id(1), sequence));
    }
    log().checkpoint(AT);

    assertThat(log().verify(id(1))).isEmpty();
    assertThat(log().verifyAll()).isEmpty();
  }

  @Test
  void what_does_not_follow_and_what_is_not_there_is_found() {
    append(id(1), 1, 2);
    List<TraceStore.Head> heads = List.of(head(id(1), 2), head(id(2), 1));
    Checkpoint unlinked = Checkpoint.after(1, "", AT, store().position(), heads);
    transactions().run(() -> store().append(unlinked));

    assertThat(log().verifyAll())
        .extracting(TraceLog.Finding::sequence, TraceLog.Finding::kind)
        .containsExactlyInAnyOrder(
            tuple(1L, TraceLog.Kind.CHECKPOINT_CHANGED),
            tuple(2L, TraceLog.Kind.CHANGED),
            tuple(1L, TraceLog.Kind.MISSING));
  }

  @Test
  void checkpoints_set_while_others_write_cover_every_entry() {
    int cases = 40;
    Callable<Boolean> even = () -> appendAll(0, cases);
    Callable<Boolean> odd = () -> appendAll(1, cases);
    Callable<Boolean> checkpoints =
        () -> {
          for (int i = 0; i < 10; i++) {
            log().checkpoint(AT);
          }
          return true;
        };
    Together.all(List.of(even, odd, checkpoints));
    log().checkpoint(AT);

    Map<CaseId, Long> covered = new HashMap<>();
    store()
        .checkpoints()
        .forEach(c -> c.heads().forEach(head -> covered.put(head.caseId(), head.length())));
    for (int n = 0; n < 2 * cases; n++) {
      assertThat(covered).containsEntry(id(n), 2L);
    }
    assertThat(log().verifyAll()).isEmpty();
  }

  private boolean appendAll(int first, int cases) {
    for (int i = 0; i < cases; i++) {
      CaseId caseId = id(first + 2 * i);
      log().append(entry(caseId, 1));
      log().append(entry(caseId, 2));
    }
    return true;
  }
}
