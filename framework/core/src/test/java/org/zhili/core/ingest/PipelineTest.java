package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhili.message.MessageInlet;

@Timeout(60)
class PipelineTest {
  private static final int WINDOW = 20;

  private final IngestTown town =
      new IngestTown(
          new IngestSettings(
              WINDOW,
              5,
              Duration.ofMillis(20),
              Duration.ofMillis(1),
              Duration.ofMillis(5),
              100,
              Duration.ofDays(1),
              1_000_000),
          new InMemoryIngestStore());
  private final MessageInlet inlet = town.ingestion.inlet();
  private final Semaphore acknowledged = new Semaphore(0);

  @AfterEach
  void leave() {
    town.close();
  }

  @Test
  void messages_are_stored_in_batches_and_acknowledged() throws Exception {
    town.ingestion.start();
    for (int i = 0; i < 200; i++) {
      offer("tilt=" + i % 10 + "@2026-11-23T07:00:" + (10 + i % 50) + "." + i + "Z");
    }
    awaitAcknowledged(200);

    assertThat(town.memory.telemetry()).hasSize(200);
    assertThat(town.memory.batches()).isBetween(40, 200);
    assertThat(town.ingestion.status().received()).isEqualTo(200);
    assertThat(town.ingestion.status().running()).isTrue();
    assertThat(inlet.window()).isEqualTo(WINDOW);
  }

  @Test
  void a_single_message_does_not_wait_for_a_full_batch() throws Exception {
    town.ingestion.start();
    offer("tilt=1");

    awaitAcknowledged(1);
  }

  @Test
  void many_connectors_may_offer_at_once() throws Exception {
    town.ingestion.start();
    List<Thread> connectors = new ArrayList<>();
    for (int c = 0; c < 4; c++) {
      int connector = c;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 250; i++) {
                  offer("tilt=1@2026-11-23T07:0" + connector + ":00." + (1000 + i) + "Z");
                }
              });
      connectors.add(thread);
      thread.start();
    }
    awaitAcknowledged(1000);

    assertThat(town.memory.telemetry()).hasSize(1000);
    for (Thread thread : connectors) {
      thread.join();
    }
  }

  @Test
  void while_the_store_is_away_connectors_wait_and_nothing_is_lost() throws Exception {
    AtomicInteger refusals = new AtomicInteger();
    CountDownLatch back = new CountDownLatch(1);
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            if (back.getCount() > 0) {
              refusals.incrementAndGet();
              throw FaultyIngestStore.unavailable();
            }
          }
        });
    town.ingestion.start();
    AtomicInteger taken = new AtomicInteger();
    Thread connector =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                offer("tilt=1@2026-11-23T07:00:00." + (1000 + i) + "Z");
                taken.incrementAndGet();
              }
            });
    connector.start();
    // one batch is being stored, two are decoded, the rest of the window is in the ring
    Await.until(() -> taken.get() >= WINDOW && refusals.get() > 3);
    Await.until(() -> connector.getState() == Thread.State.WAITING);

    assertThat(taken.get()).isBetween(WINDOW, WINDOW + 15);
    assertThat(acknowledged.availablePermits()).isZero();
    assertThat(town.ingestion.status().unavailableSince()).contains(NOW);

    back.countDown();
    awaitAcknowledged(100);
    connector.join();
    assertThat(town.memory.telemetry()).hasSize(100);
    assertThat(town.ingestion.status().unavailableSince()).isEmpty();
  }

  @Test
  void after_closing_no_message_is_taken() {
    town.ingestion.start();
    town.close();

    assertThatThrownBy(() -> offer("tilt=1")).isInstanceOf(MessageInlet.InletClosed.class);
    assertThat(town.ingestion.status().running()).isFalse();
  }

  @Test
  void closing_gives_up_what_is_not_stored_without_a_receipt() throws Exception {
    CountDownLatch tried = new CountDownLatch(3);
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            tried.countDown();
            throw FaultyIngestStore.unavailable();
          }
        });
    town.ingestion.start();
    for (int i = 0; i < 12; i++) {
      offer("tilt=30");
    }
    assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
    town.close();

    assertThat(acknowledged.availablePermits()).isZero();
    assertThat(town.memory.telemetry()).isEmpty();
  }

  @Test
  void closing_lets_a_write_that_is_under_way_end() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            writing.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        });
    town.ingestion.start();
    for (int i = 0; i < 5; i++) {
      offer("tilt=" + i);
    }
    assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();
    offer("tilt=9");
    Thread closing = new Thread(town::close);
    closing.start();
    Await.until(() -> !town.ingestion.status().running());
    goOn.countDown();
    closing.join();

    assertThat(town.memory.telemetry()).hasSizeBetween(1, 5);
    assertThat(acknowledged.availablePermits()).isEqualTo(town.memory.telemetry().size());
  }

  @Test
  void a_connector_that_waits_for_room_is_told_when_the_town_leaves() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    Thread connector =
        new Thread(
            () -> {
              try {
                for (; ; ) {
                  offer("tilt=1");
                }
              } catch (MessageInlet.InletClosed e) {
                refused.countDown();
              }
            });
    connector.start();
    Await.until(() -> town.ingestion.status().waiting() == WINDOW);
    town.close();

    assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
    connector.join();
  }

  private void offer(String payload) {
    inlet.offer(message(COVER, payload, NOW), acknowledged::release);
  }

  private void awaitAcknowledged(int count) throws InterruptedException {
    assertThat(acknowledged.tryAcquire(count, 30, TimeUnit.SECONDS)).isTrue();
  }
}
