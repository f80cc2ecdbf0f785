package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** A driver that takes its time beside one that does not; 5 messages a batch. */
@Timeout(60)
class SideTrackTest {
  private static final DeviceId SLOW = new DeviceId("MC-007");
  private static final int ROOM = 4 * 5;

  private final IngestTown town =
      new IngestTown(
          new IngestSettings(
              100,
              5,
              Duration.ofMillis(5),
              Duration.ofMillis(1),
              Duration.ofMillis(5),
              100,
              Duration.ofDays(1),
              1_000_000),
          new InMemoryIngestStore());
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<String> receipts = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void open() {
    town.workers = workers;
    town.register(SLOW, "manhole_cover", "slow");
    town.decoders.add(new Slow());
    town.ingestion.start();
  }

  @AfterEach
  void close() {
    end.countDown();
    town.close();
    workers.shutdown();
  }

  @Test
  void messages_of_others_do_not_wait() {
    offer(SLOW, 1);
    for (int i = 1; i <= 30; i++) {
      offer(COVER, i);
      received(COVER, i);
    }
    assertThat(receipts).doesNotContain(SLOW + " 1");
    end.countDown();
    received(SLOW, 1);
    assertThat(read(SLOW)).containsExactly(1.0);
  }

  @Test
  void its_own_stay_in_their_order_although_it_is_quick_again() {
    for (int i = 1; i <= 10; i++) {
      offer(SLOW, i);
      offer(COVER, i);
      received(COVER, i);
    }
    end.countDown();
    for (int i = 11; i <= 20; i++) {
      offer(SLOW, i);
    }
    received(SLOW, 20);
    assertThat(read(SLOW)).isEqualTo(numbers(20));
    Await.until(() -> town.ingestion.status().waiting() == 0);
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void what_has_no_room_is_put_off_untried_and_read_later() {
    for (int i = 1; i <= 3 * ROOM; i++) {
      offer(SLOW, i);
      offer(COVER, i);
      received(COVER, i);
    }
    List<Quarantined> kept = town.memory.quarantined();
    assertThat(kept)
        .hasSizeBetween(ROOM, 3 * ROOM)
        .allMatch(one -> one.kind() == Kind.DRIVER_FAILED && one.attempts() == 0)
        .allMatch(one -> one.reason().contains("driver or rule too long"));
    assertThat(town.ingestion.status().waiting()).isBetween(ROOM, ROOM + 5);
    end.countDown();
    Await.until(() -> town.ingestion.status().waiting() == 0);
    town.ingestion.quarantine().sweep();
    assertThat(read(SLOW)).containsExactlyInAnyOrderElementsOf(numbers(3 * ROOM));
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_batch_that_meets_no_register_stays_behind_those_before_it() {
    offer(SLOW, 1);
    offer(COVER, 1);
    received(COVER, 1);
    AtomicInteger away = new AtomicInteger(3);
    town.whenRegisterIsAsked(
        () -> {
          if (away.getAndDecrement() > 0) {
            throw FaultyIngestStore.unavailable();
          }
        });
    offer(SLOW, 2);
    offer(COVER, 2);
    received(COVER, 2);
    assertThat(away).hasNegativeValue();
    assertThat(receipts).doesNotContain(SLOW + " 2");
    end.countDown();
    received(SLOW, 2);
    assertThat(read(SLOW)).isEqualTo(numbers(2));
  }

  @Test
  void whoever_is_unknown_waits_for_drivers_that_take_long_and_nobody_else_does() {
    town.decoders.remove(0);
    town.decoders.add(new TextDecoder("text"));
    offer(new DeviceId("STRANGER-1"), 1);
    offer(COVER, 1);
    received(COVER, 1);
    assertThat(town.memory.quarantined()).isEmpty();
    end.countDown();
    Await.until(() -> town.memory.quarantined().size() == 1);
    assertThat(town.memory.quarantined().get(0).kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
  }

  @Test
  void a_town_that_closes_gives_no_receipt_for_what_is_under_way() {
    offer(SLOW, 1);
    offer(COVER, 1);
    received(COVER, 1);
    town.ingestion.close();
    assertThat(receipts).containsExactly(COVER + " 1");
    assertThat(read(SLOW)).isEmpty();
  }

  private void offer(DeviceId device, int number) {
    town.ingestion
        .inlet()
        .offer(
            IngestTown.message(device, "tilt=" + number, NOW.plusSeconds(number)),
            () -> receipts.add(device + " " + number));
  }

  private void received(DeviceId device, int number) {
    Await.until(() -> receipts.contains(device + " " + number));
  }

  private List<Double> read(DeviceId device) {
    return town.memory.telemetry().stream()
        .filter(row -> row.device().equals(device))
        .map(row -> ((Value.Measure) row.value()).value())
        .toList();
  }

  private static List<Double> numbers(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(i -> (double) i).toList();
  }

  /** Reads like the others, but not before the end. */
  private final class Slow implements Decoder {
    private final TextDecoder text = new TextDecoder("slow");

    @Override
    public DriverCard card() {
      return text.card();
    }

    @Override
    public String identity() {
      return text.identity();
    }

    @Override
    public List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return text.decode(sender, messages);
    }
  }
}
