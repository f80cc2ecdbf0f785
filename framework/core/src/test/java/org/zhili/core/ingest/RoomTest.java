package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** A flood for a driver that takes its time, and what happens once there is room again. */
@Timeout(60)
class RoomTest {
  private static final DeviceId SLOW = new DeviceId("MC-007");
  private static final int BATCH = 5;

  /** As many as the side track holds, and once more as many. */
  private static final int FLOOD = 2 * 4 * BATCH;

  private final IngestTown town =
      new IngestTown(
          new IngestSettings(
              100,
              BATCH,
              Duration.ofMillis(5),
              Duration.ofMillis(1),
              Duration.ofMillis(5),
              100,
              Duration.ofDays(1),
              1_000_000),
          new InMemoryIngestStore());
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Semaphore answers = new Semaphore(0);
  private final Set<String> receipts = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void open() {
    town.workers = workers;
    town.register(SLOW, "manhole_cover", "slow");
    town.decoders.add(new Slow());
    town.ingestion.start();
    for (int i = 1; i <= FLOOD; i++) {
      offer(i);
    }
  }

  @AfterEach
  void close() {
    answers.release(FLOOD);
    town.close();
    workers.shutdown();
  }

  @Test
  void what_comes_when_there_is_room_again_is_not_put_off() {
    int putOff = town.memory.quarantined().size();
    assertThat(putOff).isPositive();

    answers.release(2); // the first alone, and a list of others
    Await.until(() -> read().size() > 1);
    Await.until(() -> town.ingestion.status().waiting() < FLOOD - putOff - 1); // they are gone
    offer(FLOOD + 1);
    assertThat(town.memory.quarantined()).hasSize(putOff);
    assertThat(receipts).doesNotContain(SLOW + " " + (FLOOD + 1));

    answers.release(FLOOD);
    Await.until(() -> receipts.contains(SLOW + " " + (FLOOD + 1)));
    assertThat(read()).contains((double) (FLOOD + 1));
  }

  @Test
  void what_was_put_off_is_read_by_itself_once_each_and_in_its_order() {
    List<Double> putOff = town.memory.quarantined().stream().map(RoomTest::number).toList();
    assertThat(town.memory.quarantined())
        .allMatch(one -> one.kind() == Kind.DRIVER_FAILED && one.attempts() == 0);
    answers.release(FLOOD);
    Await.until(() -> town.ingestion.status().waiting() == 0);
    assertThat(read()).doesNotContainAnyElementsOf(putOff);

    Replayed swept = town.ingestion.quarantine().sweep();

    assertThat(swept.stored()).isEqualTo(putOff.size());
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(read().stream().filter(putOff::contains)).isEqualTo(putOff);
    assertThat(read())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, FLOOD).mapToObj(i -> (double) i).toList());
    assertThat(town.ingestion.quarantine().sweep()).isEqualTo(new Replayed(0, 0, 0));
  }

  /** One for the slow driver and one for another, which tells when the batch is through. */
  private void offer(int number) {
    offer(SLOW, number);
    offer(COVER, number);
    Await.until(() -> receipts.contains(COVER + " " + number));
  }

  private void offer(DeviceId device, int number) {
    town.ingestion
        .inlet()
        .offer(
            IngestTown.message(device, "tilt=" + number, NOW.plusSeconds(number)),
            () -> receipts.add(device + " " + number));
  }

  private static double number(Quarantined kept) {
    String text = kept.message().payload().utf8().orElseThrow();
    return Double.parseDouble(text.substring("tilt=".length()));
  }

  private List<Double> read() {
    return town.memory.telemetry().stream()
        .filter(row -> row.device().equals(SLOW))
        .map(row -> ((Value.Measure) row.value()).value())
        .toList();
  }

  /** Reads like the others, but gives no answer until it may. */
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
      answers.acquireUninterruptibly();
      return text.decode(sender, messages);
    }
  }
}
