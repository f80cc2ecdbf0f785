package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.CaseEngine;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.Desk;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.ingest.ConditionTrack;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.IngestBatch;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.Checkpoint;
import org.zhili.core.trace.TraceLog;
import org.zhili.data.DatabaseFailure;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.text.Wording;

/** What the stores' tables promise beyond the contracts of the core. */
abstract class StoreTableRules {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00.123456789Z");

  abstract StoreDatabase town();

  @Test
  void a_database_that_is_away_is_told_in_the_cores_words() {
    try (StoreDatabase node = town().secondNode()) {
      TownStores stores = node.stores();
      node.cutOff();

      assertThatThrownBy(() -> stores.transactions().run(() -> true))
          .isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> stores.registers().device(new DeviceId("MC-001")))
          .isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> stores.cases().find(new CaseId(UUID.randomUUID())))
          .isInstanceOf(StoreUnavailable.class);
    }
  }

  private Desk desk(CaseEngine engine, CaseTypes types) {
    TownStores stores = town().stores();
    CaseLedger ledger =
        new CaseLedger(
            stores.transactions(),
            stores.cases(),
            new TraceLog(stores.transactions(), stores.traces()));
    return new Desk(ledger, types, engine, () -> NOW, () -> ZoneOffset.UTC);
  }

  /** A case on its way, opened and moved through the desk. */
  private CaseFile moved(CaseEngine engine, CaseTypes types) {
    Desk desk = desk(engine, types);
    NewCase wanted =
        new NewCase("test.component", Optional.of("missing"), SampleTypes.report("key", NOW));
    CaseFile file = desk.open(wanted, SampleTypes.SYSTEM).file();
    List<CaseAction> actions =
        List.of(
            new CaseAction.Advance("accept", "好", List.of(new Evidence("note", "\u0000"))),
            new CaseAction.Dispatch(
                SampleTypes.WORKS,
                Set.of(SampleTypes.TELECOM),
                Set.of(SampleTypes.ENFORCEMENT),
                Set.of(),
                new Wording("权属", "owner")),
            new CaseAction.Suspend("雨"));
    for (CaseAction action : actions) {
      Outcome outcome = desk.act(file.id(), action, SampleTypes.OPERATOR, OptionalLong.empty());
      assertThat(outcome).isInstanceOf(Outcome.Moved.class);
      file = ((Outcome.Moved) outcome).file();
    }
    return file;
  }

  @Test
  void what_the_desk_did_is_what_the_trace_replays_to() {
    TownStores stores = town().stores();
    CaseEngine engine = new CaseEngine(SampleTypes.naturalTime());
    CaseTypes types = new CaseTypes(stores.transactions(), stores.types());
    types.inForce(List.of(SampleTypes.component()));
    CaseFile file = moved(engine, types);

    CaseFile stored = stores.cases().find(file.id()).orElseThrow();
    TraceLog trace = new TraceLog(stores.transactions(), stores.traces());
    assertThat(stored).isEqualTo(file);
    assertThat(new CaseReplay(engine, types::of).replay(trace.of(file.id()))).isEqualTo(stored);
    assertThat(trace.verify(file.id())).isEmpty();
    assertThat(stores.traces().latest()).contains(NOW);
  }

  @Test
  void a_case_its_trace_and_its_timers_are_written_together_or_not_at_all() {
    TownStores stores = town().stores();
    CaseTypes types = new CaseTypes(stores.transactions(), stores.types());
    types.inForce(List.of(SampleTypes.component()));

    assertThatThrownBy(
            () ->
                stores
                    .transactions()
                    .run(
                        () -> {
                          moved(new CaseEngine(SampleTypes.naturalTime()), types);
                          stores.timers().add(NewTimer.of("test", "a", NOW));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    for (String table : List.of("core_case", "core_case_unit", "core_trace", "core_timer")) {
      assertThat(town().texts("select count(*) from " + table)).containsExactly("0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update core_trace set actor = 'nobody'",
        "update core_trace set actor = actor",
        "delete from core_trace",
        "truncate table core_trace",
        "update core_checkpoint set hash = ''",
        "delete from core_checkpoint",
        "truncate table core_checkpoint",
        "update core_checkpoint_head set length = 0",
        "delete from core_checkpoint_head"
      })
  void a_trace_is_only_ever_added_to(String sql) {
    TownStores stores = town().stores();
    CaseTypes types = new CaseTypes(stores.transactions(), stores.types());
    types.inForce(List.of(SampleTypes.component()));
    CaseFile file = moved(new CaseEngine(SampleTypes.naturalTime()), types);
    TraceLog trace = new TraceLog(stores.transactions(), stores.traces());
    assertThat(trace.checkpoint(NOW)).isPresent();

    assertThatThrownBy(() -> town().execute(sql)).isInstanceOf(DatabaseFailure.class);
    assertThat(trace.of(file.id())).hasSize(4);
    assertThat(trace.verifyAll()).isEmpty();
  }

  @Test
  void a_checkpoint_is_anchored_in_the_log_once_it_is_kept() {
    TownStores stores = town().stores();
    CaseTypes types = new CaseTypes(stores.transactions(), stores.types());
    types.inForce(List.of(SampleTypes.component()));
    moved(new CaseEngine(SampleTypes.naturalTime()), types);
    TraceLog trace = new TraceLog(stores.transactions(), stores.traces());

    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> stores.transactions().run(() -> undone(trace)))
          .isInstanceOf(IllegalArgumentException.class);
      trace.checkpoint(NOW);
    } finally {
      System.setErr(before);
    }
    Checkpoint kept = stores.traces().checkpoints().get(0);
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("Trace checkpoint"))
        .singleElement(STRING)
        .endsWith(kept.number() + " at " + kept.position() + ": " + kept.hash());
  }

  private static boolean undone(TraceLog trace) {
    assertThat(trace.checkpoint(NOW.minusSeconds(1))).isPresent();
    throw new IllegalArgumentException("no");
  }

  @Test
  void a_state_written_in_the_form_of_before_is_still_read() {
    DeviceState full = IngestSamples.fullState(IngestSamples.COVER, 7);
    ConditionTrack open = Objects.requireNonNull(full.tracks().get("tilted"));
    town()
        .execute(
            """
            insert into core_device_state (device, type, revision, last_seen_at, offline, state)
            values ('MC-001', 'manhole_cover', 7, '2026-11-23 08:00:00.123456Z', false,
            '{"seen":"2026-11-23T08:00:00.123456Z","latest":[
            {"metric":"metric.0","value":-12.75,"at":"2026-11-23T08:00:00.123456Z",
            "source":"DEVICE","received":"2026-11-23T08:00:03.123456Z"}],
            "tracks":[{"condition":"tilted","rule":"urban.cover","abnormal":0,"normal":1,
            "lastAbnormalAt":"2026-11-23T08:00:00.123456Z",
            "lastNormalAt":"2026-11-23T08:00:01.123456Z","clearedAt":"2026-11-23T07:59:51.123456Z",
            "open":{"alert":"%s","severity":"CRITICAL","occurrences":12,"opensCase":true},
            "held":null}],
            "recent":[1,2,9223372036854775807,-9223372036854775808]}')
            """
                .formatted(open.open().orElseThrow().alert()));

    assertThat(town().stores().ingest().load(Set.of(IngestSamples.COVER)))
        .containsEntry(
            IngestSamples.COVER,
            new DeviceState(
                IngestSamples.COVER,
                "manhole_cover",
                7,
                full.lastSeenAt(),
                Map.of("metric.0", Objects.requireNonNull(full.latest().get("metric.0"))),
                Map.of("tilted", open),
                full.recent()));
  }

  @Test
  void ids_of_batches_are_forgotten_after_some_days() {
    UUID old = new UUID(0x7000L, Long.MIN_VALUE);
    UUID young = new UUID(0x7001L, Long.MIN_VALUE);
    for (UUID id : List.of(old, young)) {
      assertThat(town().stores().ingest().write(empty(id)))
          .isEqualTo(new IngestStore.Outcome.Written());
    }
    town()
        .execute(
            "update core_ingest_batch set written_at = current_timestamp - interval '3' day"
                + " where id = '"
                + old
                + "'");
    for (int i = 0; i < 500; i++) {
      town().stores().ingest().write(empty(UUID.randomUUID()));
    }

    assertThat(town().texts("select cast(id as varchar) from core_ingest_batch"))
        .contains(young.toString())
        .doesNotContain(old.toString())
        .hasSize(501);
  }

  private static IngestBatch empty(UUID id) {
    return new IngestBatch(
        id, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), List.of(), List.of());
  }
}
