package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.message;
import static org.zhili.core.ingest.IngestTown.redelivered;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.core.ingest.Alarm.Disposition;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.rules.AlertPolicy.Damping;

/**
 * What holds however messages are delivered and whatever fails: duplicated, shuffled, hours late,
 * over nodes that die, on a store that goes away or lies about a commit. By seeds, so that a
 * failure can be repeated; {@code -Dzhili.rounds=full} runs a million deliveries.
 */
@Timeout(600)
class DeliveryTest {
  static Stream<Integer> seeds() {
    int rounds = "full".equals(System.getProperty("zhili.rounds")) ? 900 : 10;
    return IntStream.range(0, rounds).boxed();
  }

  /** The normalized story of an alert. */
  private record Story(
      DeviceId device, Instant observedAt, Optional<Instant> clearedAt, long occurrences) {
    static Story of(Alert alert) {
      return new Story(
          alert.device().id(), alert.observedAt(), alert.clearedAt(), alert.occurrences());
    }
  }

  private final Set<IncomingMessage> acknowledged = ConcurrentHashMap.newKeySet();
  private final InMemoryIngestStore memory = new InMemoryIngestStore();

  @ParameterizedTest
  @MethodSource("seeds")
  void any_delivery_over_two_nodes_leaves_the_same_truth(int seed) {
    Random random = new Random(seed);
    List<Said> truth = Said.truth(random, random.nextInt(5) == 0);
    List<IncomingMessage> deliveries = Said.deliveries(truth, random);
    List<IngestTown> nodes = new ArrayList<>(List.of(node(random), node(random)));
    int from = 0;
    while (from < deliveries.size()) {
      int to = Math.min(deliveries.size(), from + 1 + random.nextInt(20));
      int chosen = random.nextInt(2);
      deliver(nodes.get(chosen), deliveries.subList(from, to));
      if (random.nextInt(10) == 0) {
        nodes.set(chosen, node(random));
      }
      from = to;
    }

    assertThat(acknowledged).containsAll(deliveries);
    theTruthHolds(truth);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nodes_that_store_at_the_same_time_leave_the_same_truth(int seed) throws Exception {
    Random random = new Random(seed);
    List<Said> truth = Said.truth(random, false);
    List<IncomingMessage> deliveries = Said.deliveries(truth, random);
    int half = deliveries.size() / 2;
    Thread first = thread(deliveries.subList(0, half), new Random(seed + 1L));
    Thread second = thread(deliveries.subList(half, deliveries.size()), new Random(seed + 2L));
    first.start();
    second.start();
    first.join();
    second.join();

    assertThat(acknowledged).containsAll(deliveries);
    theTruthHolds(truth);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void faults_and_redeliveries_in_order_change_no_story(int seed) {
    Random random = new Random(seed);
    boolean withTime = seed % 2 == 0;
    Damping damping =
        new Damping(
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            Duration.ofSeconds(30L * random.nextInt(3)));
    List<Said> truth = Said.truth(random, false);
    IngestTown calm = populated(new IngestTown());
    calm.damp(damping);
    for (Said said : truth) {
      calm.take(message(said.device(), said.payload(withTime), said.at()));
    }

    IngestTown rough = node(random);
    rough.damp(damping);
    List<IncomingMessage> unsure = new ArrayList<>();
    for (int i = 0; i < truth.size(); ) {
      List<IncomingMessage> batch = new ArrayList<>(unsure);
      int size = 1 + random.nextInt(8);
      for (int end = Math.min(truth.size(), i + size); i < end; i++) {
        Said said = truth.get(i);
        batch.add(message(said.device(), said.payload(withTime), said.at()));
      }
      deliver(rough, batch);
      // some receipts never reached the broker, which delivers again, in order
      unsure.clear();
      int lost = random.nextInt(batch.size() + 1);
      batch.subList(batch.size() - lost, batch.size()).stream()
          .filter(message -> !message.redelivered())
          .forEach(message -> unsure.add(redelivered(message)));
      if (random.nextInt(10) == 0) {
        rough = node(random);
        rough.damp(damping);
      }
    }

    assertThat(memory.alerts().stream().map(Story::of))
        .containsExactlyInAnyOrderElementsOf(calm.memory.alerts().stream().map(Story::of).toList());
    assertThat(memory.alarms().stream().map(Alarm::disposition))
        .containsExactlyElementsOf(calm.memory.alarms().stream().map(Alarm::disposition).toList());
    assertThat(memory.telemetry()).containsExactlyElementsOf(calm.memory.telemetry());
  }

  private void theTruthHolds(List<Said> truth) {
    List<Said> sound = truth.stream().filter(said -> !said.poison()).toList();
    assertThat(memory.telemetry()).hasSize(sound.size());
    for (Said said : sound) {
      assertThat(memory.hasTelemetry(said.device(), "tilt", said.at())).isTrue();
    }
    assertThat(memory.quarantined()).allMatch(kept -> kept.kind() == Kind.PARKED);
    everyAlarmIsAccountedFor(sound);
    everyAlertOwesItsCase();
    for (int i = 0; i < Said.DEVICES; i++) {
      DeviceId device = Said.device(i);
      Optional<Said> last =
          sound.stream()
              .filter(said -> said.device().equals(device))
              .reduce((one, next) -> next.at().isAfter(one.at()) ? next : one);
      assertThat(memory.openAlerts().stream().filter(a -> a.device().id().equals(device)).count())
          .as(device.value())
          .isEqualTo(last.orElseThrow().abnormal() ? 1 : 0);
    }
  }

  private void everyAlarmIsAccountedFor(List<Said> sound) {
    long abnormal = sound.stream().filter(Said::abnormal).count();
    assertThat(memory.alarms()).hasSize((int) abnormal);
    for (Alarm alarm : memory.alarms()) {
      boolean suppressed = alarm.disposition() == Disposition.SUPPRESSED;
      assertThat(alarm.reason().isPresent()).isEqualTo(suppressed);
      assertThat(alarm.alert().isPresent()).isEqualTo(!suppressed);
      alarm.alert().ifPresent(id -> assertThat(memory.alert(id)).isPresent());
    }
  }

  private void everyAlertOwesItsCase() {
    assertThat(keys(FollowUp.OPEN_CASE))
        .containsExactlyInAnyOrderElementsOf(
            memory.alerts().stream().map(alert -> alert.id().toString()).toList());
    assertThat(keys(FollowUp.ALERT_CLEARED))
        .containsExactlyInAnyOrderElementsOf(
            memory.alerts().stream()
                .filter(alert -> alert.clearedAt().isPresent())
                .map(alert -> alert.id().toString())
                .toList());
    Set<UUID> raisers = new HashSet<>();
    for (Alarm alarm : memory.alarms()) {
      if (alarm.disposition() == Disposition.RAISED) {
        assertThat(raisers.add(alarm.alert().orElseThrow())).isTrue();
      }
    }
    assertThat(raisers).hasSize(memory.alerts().size());
  }

  private List<String> keys(String kind) {
    return memory.followUps().stream()
        .filter(followUp -> followUp.kind().equals(kind))
        .map(FollowUp::key)
        .toList();
  }

  private Thread thread(List<IncomingMessage> deliveries, Random random) {
    IngestTown node = node(random);
    return new Thread(
        () -> {
          for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(10));
            deliver(node, deliveries.subList(from, to));
            from = to;
          }
        });
  }

  private void deliver(IngestTown node, List<IncomingMessage> messages) {
    List<Entry> entries = new ArrayList<>();
    for (IncomingMessage message : messages) {
      entries.add(Entry.offered(message, () -> acknowledge(message)));
    }
    node.settle(entries);
  }

  /** No receipt before the message is stored. */
  private void acknowledge(IncomingMessage message) {
    String payload = message.payload().utf8().orElseThrow();
    DeviceId device = message.origin().device().orElseThrow();
    int at = payload.indexOf('@');
    boolean stored =
        payload.startsWith("*")
            ? memory.quarantined().stream().anyMatch(kept -> kept.message().equals(message))
            : at < 0
                || memory.hasTelemetry(device, "tilt", Instant.parse(payload.substring(at + 1)));
    // a receipt must not throw, so what was not stored is missed at the end
    if (stored) {
      acknowledged.add(message);
    }
  }

  /** A node over the common store, whose connection to it is bad. */
  private IngestTown node(Random random) {
    IngestTown node = populated(new IngestTown(IngestTown.SETTINGS, memory));
    Random faults = new Random(random.nextLong());
    node.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            fail(faults);
          }

          @Override
          public void after(IngestBatch batch) {
            fail(faults);
          }

          @Override
          public void loading() {
            fail(faults);
          }

          @Override
          public void parking(Quarantined message) {
            fail(faults);
          }
        });
    return node;
  }

  private static IngestTown populated(IngestTown node) {
    for (int i = 0; i < Said.DEVICES; i++) {
      node.register(Said.device(i), "manhole_cover", "text");
    }
    return node;
  }

  private static void fail(Random faults) {
    if (faults.nextInt(6) == 0) {
      throw FaultyIngestStore.unavailable();
    }
  }
}
