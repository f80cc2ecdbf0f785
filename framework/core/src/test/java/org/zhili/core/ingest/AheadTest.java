package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.message;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zhili.message.IncomingMessage;

/** Batches that are made while the one before them is not stored yet. */
class AheadTest {
  private final IngestTown town = new IngestTown();
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void a_batch_builds_on_the_one_that_is_still_being_stored() {
    BatchWriter.Batch first = town.prepared(tilt(30, 0));
    BatchWriter.Batch second = town.prepared(tilt(31, 1));
    BatchWriter.Batch third = town.prepared(tilt(32, 2));
    town.settle(first);
    town.settle(second);
    town.settle(third);

    assertThat(town.dispositions()).containsExactly("RAISED", "MERGED", "MERGED");
    assertOneAlertOf(3);
    assertThat(town.state(COVER).revision()).isEqualTo(3);
    assertThat(town.ingestion.status().conflicts()).isZero();
  }

  @Test
  void a_batch_is_made_anew_when_the_one_before_it_became_another() {
    town.store.fault(unstorable("66"));
    // the alert of the first message is never stored; the second raises one of its own
    BatchWriter.Batch first = town.prepared(tilt(66, 0), tilt(31, 1));
    BatchWriter.Batch second = town.prepared(tilt(32, 2));
    BatchWriter.Batch third = town.prepared(tilt(33, 3));
    town.settle(first);
    town.settle(second);
    town.settle(third);

    assertThat(town.onlyQuarantined().reason()).contains("too long");
    assertThat(town.dispositions()).containsExactly("RAISED", "MERGED", "MERGED");
    assertOneAlertOf(3);
    assertThat(town.ingestion.status().conflicts()).as("found by revision alone").isZero();
  }

  @Test
  void a_batch_is_made_anew_when_another_node_came_between() {
    town.take(tilt(1, 0));
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    BatchWriter.Batch first = town.prepared(tilt(30, 1));
    BatchWriter.Batch second = town.prepared(tilt(31, 2));
    otherNode.take(tilt(32, 3));
    town.settle(first);
    town.settle(second);

    assertThat(town.dispositions()).containsExactly("RAISED", "MERGED", "MERGED");
    assertOneAlertOf(3);
    assertThat(town.state(COVER).revision()).isEqualTo(4);
  }

  @Test
  void a_batch_that_could_not_be_prepared_is_not_left_out_by_the_next() {
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void loading() {
            if (loads.getAndIncrement() == 0) {
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    BatchWriter.Batch first = town.prepared(tilt(30, 0));
    assertThat(first.ahead()).isEmpty();
    BatchWriter.Batch second = town.prepared(tilt(31, 1));
    assertThat(second.ahead()).isPresent();
    town.settle(first);
    town.settle(second);

    assertThat(town.dispositions()).containsExactly("RAISED", "MERGED");
    assertOneAlertOf(2);
  }

  private void assertOneAlertOf(int occurrences) {
    assertThat(town.memory.alerts()).hasSize(1);
    Alert alert = town.memory.alerts().get(0);
    assertThat(alert.occurrences()).isEqualTo(occurrences);
    assertThat(town.memory.alarms())
        .allSatisfy(alarm -> assertThat(alarm.alert()).isEqualTo(Optional.of(alert.id())));
  }

  private static FaultyIngestStore.Fault unstorable(String value) {
    return new FaultyIngestStore.Fault() {
      @Override
      public void before(IngestBatch batch) {
        if (batch.telemetry().stream().anyMatch(row -> row.value().toString().contains(value))) {
          throw new IllegalStateException("value too long for column");
        }
      }
    };
  }

  private static IncomingMessage tilt(int degrees, int second) {
    return message(COVER, "tilt=" + degrees, NOW.plusSeconds(second));
  }
}
