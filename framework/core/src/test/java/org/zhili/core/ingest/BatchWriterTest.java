package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantined.Kind;

/** What is stored together, and when it is acknowledged. */
class BatchWriterTest extends BatchWriterFixture {
  @Test
  void a_batch_is_one_transaction_and_acknowledged_after_it() {
    List<Integer> storedAtReceipt = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      entries.add(
          Entry.offered(
              message(COVER, "tilt=" + i, NOW.plusSeconds(i)),
              () -> storedAtReceipt.add(town.memory.telemetry().size())));
    }
    town.settle(entries);

    assertThat(town.memory.batches()).isEqualTo(1);
    assertThat(storedAtReceipt).hasSize(10).containsOnly(10);
  }

  @Test
  void nothing_is_acknowledged_while_the_store_is_away() {
    AtomicInteger calls = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            assertThat(acknowledged).isEmpty();
            if (calls.incrementAndGet() < 20) {
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    settle("tilt=30", "tilt=3");

    assertThat(calls).hasValue(20);
    assertThat(acknowledged).containsExactly("tilt=30", "tilt=3");
    assertThat(town.memory.batches()).isEqualTo(1);
    assertThat(town.ingestion.status().unavailableSince()).isEmpty();
  }

  @Test
  void nothing_is_acknowledged_while_states_cannot_be_read() {
    AtomicInteger calls = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void loading() {
            assertThat(town.ingestion.status().unavailableSince().isPresent())
                .isEqualTo(calls.get() > 0);
            if (calls.incrementAndGet() < 3) {
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    settle("tilt=30");

    assertThat(acknowledged).hasSize(1);
    assertThat(town.open()).hasSize(1);
  }

  @Test
  void nothing_is_acknowledged_nor_parked_while_the_register_cannot_be_read() {
    AtomicInteger calls = new AtomicInteger();
    town.whenRegisterIsAsked(
        () -> {
          assertThat(acknowledged).isEmpty();
          if (calls.incrementAndGet() < 20) {
            throw FaultyIngestStore.unavailable();
          }
        });
    settle("tilt=30");

    assertThat(acknowledged).hasSize(1);
    assertThat(town.open()).hasSize(1);
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_commit_nobody_heard_of_is_not_repeated() {
    AtomicInteger calls = new AtomicInteger();
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void after(IngestBatch batch) {
            if (calls.incrementAndGet() < 3) {
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    settle("tilt=30", "tilt=30", "tilt=3", "!broken");

    assertThat(acknowledged).hasSize(4);
    assertThat(town.memory.batches()).isEqualTo(1);
    assertThat(town.memory.telemetry()).hasSize(3);
    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.quarantined()).hasSize(1);
    assertThat(town.state(COVER).revision()).isEqualTo(1);
  }

  @Test
  void a_batch_is_made_anew_when_another_node_was_faster() {
    settle("tilt=30");
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    otherNode.take(message(COVER, "tilt=31", NOW.plusSeconds(1)));
    town.take(message(COVER, "tilt=32", NOW.plusSeconds(2)));

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.alerts().get(0).occurrences()).isEqualTo(3);
    assertThat(town.dispositions()).containsExactly("RAISED", "MERGED", "MERGED");
    assertThat(town.memory.telemetry()).hasSize(3);
    assertThat(town.ingestion.status().conflicts()).isEqualTo(1);
    assertThat(town.state(COVER).revision()).isEqualTo(3);
  }

  @Test
  void two_nodes_that_both_saw_the_first_alarm_raise_one_alert() {
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    town.take(message(COVER, "tilt=1", NOW));
    otherNode.take(message(COVER, "tilt=2", NOW.plusSeconds(1)));
    town.take(message(COVER, "tilt=30", NOW.plusSeconds(2)));
    otherNode.take(message(COVER, "tilt=31", NOW.plusSeconds(3)));

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.openAlerts().get(0).occurrences()).isEqualTo(2);
  }

  @Test
  void messages_that_report_very_much_are_stored_in_parts() {
    String much = "tilt=1;".repeat(3000);
    String[] payloads = new String[10];
    java.util.Arrays.fill(payloads, much);
    settle(payloads);

    assertThat(acknowledged).hasSize(10);
    assertThat(town.memory.batches()).isEqualTo(2);
    assertThat(town.memory.telemetry()).hasSize(30_000);
  }

  @Test
  void a_receipt_that_breaks_harms_nobody() {
    List<Entry> entries =
        List.of(
            Entry.offered(
                message(COVER, "tilt=1", NOW),
                () -> {
                  throw new IllegalStateException("connection lost");
                }),
            Entry.offered(message(COVER, "tilt=2", NOW), () -> acknowledged.add("tilt=2")));
    town.settle(entries);

    assertThat(acknowledged).containsExactly("tilt=2");
  }

  @Test
  void counters_tell_what_happened() {
    settle("tilt=30", "tilt=31", "!x", "tilt=3");
    IngestStatus status = town.ingestion.status();

    assertThat(status.stored()).isEqualTo(4);
    assertThat(status.readings()).isEqualTo(3);
    assertThat(status.batches()).isEqualTo(1);
    assertThat(status.quarantined()).containsEntry(Kind.REJECTED, 1L);
    assertThat(status.alarms())
        .containsEntry(Alarm.Disposition.RAISED, 1L)
        .containsEntry(Alarm.Disposition.MERGED, 1L);
    assertThat(status.lastCommitAt()).contains(NOW);
    assertThat(status.running()).isFalse();
  }
}
