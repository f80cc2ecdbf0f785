package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;

/** Messages that cannot be stored are parked and stop nobody else. */
class PoisonTest extends BatchWriterFixture {
  @Test
  void a_message_that_poisons_its_driver_stage_is_parked_and_the_others_flow() {
    settle("tilt=1", "tilt=2", "*poison", "tilt=30", "tilt=4");

    assertThat(acknowledged).containsExactly("tilt=1", "tilt=2", "*poison", "tilt=30", "tilt=4");
    assertThat(town.memory.telemetry()).hasSize(4);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.PARKED);
    assertThat(town.onlyQuarantined().reason()).contains("poison: *poison");
    assertThat(town.onlyQuarantined().message()).isEqualTo(message(COVER, "*poison", NOW));
    assertThat(town.ingestion.status().quarantined()).containsEntry(Kind.PARKED, 1L);
  }

  @Test
  void a_message_that_poisons_the_store_is_tried_five_times_alone_and_parked() {
    AtomicInteger alone = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            if (batch.telemetry().stream().anyMatch(row -> row.value().toString().contains("66"))) {
              alone.addAndGet(batch.telemetry().size() == 1 ? 1 : 0);
              throw new IllegalStateException("value too long for column");
            }
          }
        });
    settle("tilt=1", "tilt=2", "tilt=3", "tilt=66", "tilt=5", "tilt=6", "tilt=7");

    assertThat(alone).hasValue(5);
    assertThat(acknowledged)
        .containsExactly("tilt=1", "tilt=2", "tilt=3", "tilt=66", "tilt=5", "tilt=6", "tilt=7");
    assertThat(town.memory.telemetry()).hasSize(6);
    assertThat(town.onlyQuarantined().reason()).isEqualTo("value too long for column");
  }

  @Test
  void one_poisonous_message_among_many_is_found_by_halves() {
    AtomicInteger writes = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            writes.incrementAndGet();
            if (batch.telemetry().stream().anyMatch(row -> row.value().toString().contains("66"))) {
              throw new IllegalStateException("value too long for column");
            }
          }
        });
    String[] payloads = new String[256];
    java.util.Arrays.fill(payloads, "tilt=1");
    payloads[100] = "tilt=66";
    settle(payloads);

    assertThat(acknowledged).hasSize(256);
    // eight failing cuts, eight sound halves, and the poison alone five times
    assertThat(writes.get()).isEqualTo(8 + 8 + BatchWriter.TRIES);
  }

  @Test
  void everything_in_a_batch_of_poison_is_parked() {
    settle("*1", "*2", "*3", "*4", "*5", "*6", "*7", "*8", "*9");

    assertThat(acknowledged).hasSize(9);
    assertThat(town.memory.quarantined())
        .extracting(kept -> kept.message().payload().utf8().orElseThrow())
        .containsExactly("*1", "*2", "*3", "*4", "*5", "*6", "*7", "*8", "*9");
  }

  @Test
  void what_can_neither_be_stored_nor_parked_gets_no_receipt_and_blocks_nobody() {
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void parking(Quarantined message) {
            throw new IllegalStateException("no");
          }
        });
    settle("tilt=1", "*poison", "tilt=2");

    assertThat(acknowledged).containsExactly("tilt=1", "tilt=2");
    assertThat(town.ingestion.status().unstored()).isEqualTo(1);
  }

  @Test
  void parking_waits_for_the_store_too() {
    AtomicInteger calls = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void parking(Quarantined message) {
            if (calls.incrementAndGet() < 4) {
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    settle("*poison");

    assertThat(acknowledged).hasSize(1);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.PARKED);
  }

  @Test
  void a_store_that_always_names_a_conflict_stops_nobody_else() {
    AtomicInteger tries = new AtomicInteger();
    InMemoryIngestStore memory = new InMemoryIngestStore();
    IngestTown other = new IngestTown(IngestTown.SETTINGS, memory);
    // another node that always gets there first, for one of two devices
    other.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            for (DeviceState state : batch.states()) {
              if (state.device().equals(COVER)) {
                tries.incrementAndGet();
                overtake(memory, COVER);
              }
            }
          }
        });
    List<Entry> entries = new ArrayList<>();
    for (DeviceId device : List.of(COVER, OTHER)) {
      entries.add(
          Entry.offered(message(device, "tilt=1", NOW), () -> acknowledged.add(device.value())));
    }
    other.settle(entries);

    assertThat(acknowledged).containsExactly("MC-001", "MC-002");
    assertThat(tries.get()).isEqualTo(BatchWriter.CONFLICTS * (1 + BatchWriter.TRIES));
    assertThat(memory.quarantined()).hasSize(1);
    assertThat(memory.telemetry(OTHER)).hasSize(1);
  }

  private static void overtake(InMemoryIngestStore store, DeviceId device) {
    DeviceState known =
        store
            .load(java.util.Set.of(device))
            .getOrDefault(device, DeviceState.unheard(device, "manhole_cover"));
    store.write(
        new IngestBatch(
            UUID.randomUUID(),
            List.of(
                new DeviceState(
                    device,
                    known.type(),
                    known.revision() + 1,
                    Optional.of(NOW),
                    known.latest(),
                    known.tracks(),
                    known.recent())),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            java.util.Set.of(),
            List.of(),
            List.of()));
  }
}
