package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.alarm;
import static org.zhili.core.ingest.IngestSamples.alert;
import static org.zhili.core.ingest.IngestSamples.fullState;
import static org.zhili.core.ingest.IngestSamples.quarantined;
import static org.zhili.core.ingest.IngestSamples.state;
import static org.zhili.core.ingest.IngestSamples.telemetry;
import static org.zhili.core.ingest.IngestSamples.withOffline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Alarm.Disposition;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;

/**
 * What {@link IngestStore} promises of batches and states. Extend it with a store that is empty
 * before each test.
 */
public abstract class IngestStoreContract {
  protected abstract IngestStore store();

  protected abstract QuarantineStore quarantine();

  /** What the store holds, read beside it. */
  protected abstract StoredMessages stored();

  @Test
  void a_device_that_never_spoke_has_no_state() {
    assertThat(store().load(Set.of(COVER, BIN))).isEmpty();
    assertThat(store().load(Set.of())).isEmpty();
  }

  @Test
  void a_state_comes_back_as_it_was_written() {
    DeviceState full = fullState(COVER, 1);
    DeviceState first =
        new DeviceState(
            BIN, "trash_bin", 1, Optional.empty(), Map.of(), Map.of(), RecentHashes.none());
    written(new Draft().state(full).state(first));

    assertThat(store().load(Set.of(COVER, BIN, new DeviceId("nobody"))))
        .isEqualTo(Map.of(COVER, full, BIN, first));
  }

  @Test
  void a_state_is_written_over_the_revision_before_it() {
    written(new Draft().state(state(COVER, 1, T)));
    written(new Draft().state(fullState(COVER, 2)));
    written(new Draft().state(state(COVER, 3, T.plusSeconds(9))));

    assertThat(store().load(Set.of(COVER))).containsValue(state(COVER, 3, T.plusSeconds(9)));
  }

  @Test
  void a_state_over_another_revision_is_a_conflict_and_nothing_of_its_batch_is_written() {
    written(new Draft().state(state(COVER, 1, T)).state(state(BIN, 1, T)));
    written(new Draft().state(state(COVER, 2, T)));
    UUID alert = UUID.randomUUID();
    Quarantined kept = quarantined(Kind.REJECTED, T);

    Outcome outcome =
        store()
            .write(
                new Draft()
                    .state(state(BIN, 2, T))
                    .state(state(COVER, 2, T.plusSeconds(1)))
                    .telemetry(telemetry(BIN, "level", T))
                    .raise(alert(alert, BIN, "full"))
                    .alarm(alarm(BIN, T, Disposition.RAISED, alert))
                    .quarantine(kept)
                    .followUp(new FollowUp(FollowUp.OPEN_CASE, alert.toString(), T))
                    .batch());

    assertThat(outcome).isEqualTo(new Outcome.Conflict(Set.of(COVER), Set.of()));
    assertThat(store().load(Set.of(COVER, BIN)))
        .isEqualTo(Map.of(COVER, state(COVER, 2, T), BIN, state(BIN, 1, T)));
    assertThat(stored().telemetry(BIN)).isEmpty();
    assertThat(stored().alarms(BIN)).isEmpty();
    assertThat(store().alert(alert)).isEmpty();
    assertThat(quarantine().find(kept.id())).isEmpty();
    assertThat(stored().followUps()).isEmpty();
  }

  @Test
  void a_first_state_of_a_device_that_has_one_is_a_conflict() {
    written(new Draft().state(state(COVER, 1, T)));

    assertThat(store().write(new Draft().state(state(COVER, 1, T)).batch()))
        .isEqualTo(new Outcome.Conflict(Set.of(COVER), Set.of()));
  }

  @Test
  void a_later_state_of_a_device_that_has_none_is_a_conflict() {
    assertThat(store().write(new Draft().state(state(COVER, 2, T)).batch()))
        .isEqualTo(new Outcome.Conflict(Set.of(COVER), Set.of()));
  }

  @Test
  void of_writers_at_the_same_time_exactly_one_is_faster() throws Exception {
    int writers = 4;
    int rounds = 20;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      CyclicBarrier together = new CyclicBarrier(writers);
      for (int round = 1; round <= rounds; round++) {
        long revision = round;
        Callable<Outcome> write =
            () -> {
              IngestBatch batch =
                  new Draft()
                      .state(state(BIN, revision, T))
                      .state(state(COVER, revision, T))
                      .batch();
              together.await();
              return store().write(batch);
            };
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
          outcomes.add(threads.submit(write));
        }
        int faster = 0;
        for (Future<Outcome> outcome : outcomes) {
          faster += outcome.get() instanceof Outcome.Written ? 1 : 0;
        }
        assertThat(faster).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_batch_written_twice_is_written_once() {
    UUID alert = UUID.randomUUID();
    Quarantined kept = quarantined(Kind.NO_DRIVER, T);
    IngestBatch batch =
        new Draft()
            .state(state(COVER, 1, T))
            .telemetry(telemetry(COVER, "tilt", T))
            .raise(alert(alert, COVER, "tilted"))
            .quarantine(kept)
            .followUp(new FollowUp(FollowUp.OPEN_CASE, alert.toString(), T))
            .batch();
    assertThat(store().write(batch)).isInstanceOf(Outcome.Written.class);
    written(new Draft().state(state(COVER, 2, T)));
    quarantine().discard(Set.of(kept.id()));

    assertThat(store().write(batch)).isInstanceOf(Outcome.Written.class);
    assertThat(store().load(Set.of(COVER))).containsValue(state(COVER, 2, T));
    assertThat(stored().telemetry(COVER)).hasSize(1);
    assertThat(quarantine().find(kept.id())).isEmpty();
    assertThat(stored().followUps()).hasSize(1);
  }

  @Test
  void an_empty_batch_is_written() {
    written(new Draft());
  }

  @Test
  void five_hundred_devices_go_into_one_batch() {
    Draft draft = new Draft();
    Set<DeviceId> devices = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      DeviceId device = new DeviceId(String.format(java.util.Locale.ROOT, "D-%03d", i));
      devices.add(device);
      draft.state(state(device, 1, T)).telemetry(telemetry(device, "tilt", T));
    }
    written(draft);

    assertThat(store().load(devices)).hasSize(500);
    assertThat(stored().telemetry(new DeviceId("D-499"))).hasSize(1);
  }

  @Test
  void quiet_devices_are_found_by_type_and_time() {
    written(
        new Draft()
            .state(state(COVER, 1, T))
            .state(state(BIN, 1, T.minusSeconds(1)))
            .state(state(new DeviceId("MC-002"), 1, T.minusSeconds(60)))
            .state(state(new DeviceId("MC-003"), 1, T.minusNanos(1000))));

    assertThat(quiet(Set.of("manhole_cover"), T, Optional.empty(), 10))
        .containsExactly("MC-002", "MC-003");
    assertThat(quiet(Set.of("manhole_cover", "trash_bin"), T, Optional.empty(), 10))
        .containsExactly("MC-002", "MC-003", "TB-001");
    assertThat(quiet(Set.of("street_lamp"), T, Optional.empty(), 10)).isEmpty();
    assertThat(quiet(Set.of(), T, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void quiet_devices_come_in_pages() {
    Draft draft = new Draft();
    for (int i = 5; i > 0; i--) {
      draft.state(state(new DeviceId("MC-00" + i), 1, T));
    }
    written(draft);
    Instant before = T.plusSeconds(1);

    assertThat(quiet(Set.of("manhole_cover"), before, Optional.empty(), 2))
        .containsExactly("MC-001", "MC-002");
    assertThat(quiet(Set.of("manhole_cover"), before, Optional.of(new DeviceId("MC-002")), 2))
        .containsExactly("MC-003", "MC-004");
    assertThat(quiet(Set.of("manhole_cover"), before, Optional.of(new DeviceId("MC-004")), 2))
        .containsExactly("MC-005");
  }

  @Test
  void a_device_that_is_known_to_be_offline_or_never_spoke_is_not_missed() {
    DeviceState offline = withOffline(state(COVER, 1, T), true);
    DeviceState mute =
        new DeviceState(
            new DeviceId("MC-009"),
            "manhole_cover",
            1,
            Optional.empty(),
            Map.of(),
            Map.of(),
            RecentHashes.none());
    written(new Draft().state(offline).state(mute));
    assertThat(quiet(Set.of("manhole_cover"), T.plusSeconds(1), Optional.empty(), 9)).isEmpty();

    written(new Draft().state(withOffline(state(COVER, 2, T), false)));
    assertThat(quiet(Set.of("manhole_cover"), T.plusSeconds(1), Optional.empty(), 9))
        .containsExactly("MC-001");
  }

  private void written(Draft draft) {
    assertThat(store().write(draft.batch())).isEqualTo(new Outcome.Written());
  }

  private List<String> quiet(
      Set<String> types, Instant before, Optional<DeviceId> after, int limit) {
    return store().quiet(types, before, after, limit).stream().map(DeviceId::value).toList();
  }
}
