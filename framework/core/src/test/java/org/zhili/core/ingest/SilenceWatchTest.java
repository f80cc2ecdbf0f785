package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;
import static org.zhili.core.ingest.IngestTown.retained;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.text.Text;

/** Devices that fall quiet, or never spoke. */
class SilenceWatchTest {
  private static final Duration QUIET = Duration.ofMinutes(30);

  private final IngestTown town = new IngestTown();

  @BeforeEach
  void watch() {
    town.silences.add(
        new Contribution.Silence(
            "urban.quiet", Set.of("manhole_cover"), QUIET, Severity.MINOR, Text.of("urban.quiet")));
  }

  @Test
  void a_device_that_falls_quiet_is_offline() {
    town.say("tilt=3");
    assertThat(town.state(COVER).tracks()).as("nothing is left of the wait").isEmpty();
    check(QUIET);
    assertThat(town.open()).isEmpty();
    check(Duration.ofSeconds(1));

    assertThat(town.open()).containsExactly("MC-001 offline");
    Alert alert = town.memory.openAlerts().get(0);
    assertThat(alert.rule()).isEqualTo("urban.quiet");
    assertThat(alert.severity()).isEqualTo(Severity.MINOR);
    assertThat(alert.observedAt()).isEqualTo(NOW.plus(QUIET));
    assertThat(alert.raisedAt()).isEqualTo(town.now());
    assertThat(alert.reading()).isEmpty();
    assertThat(town.memory.alarms()).hasSize(1);
    assertThat(town.state(COVER).offline()).isTrue();
    assertThat(town.ingestion.status().alarms()).containsEntry(Alarm.Disposition.RAISED, 1L);
  }

  @Test
  void it_is_missed_once_however_often_one_looks() {
    town.say("tilt=3");
    for (int i = 0; i < 5; i++) {
      check(Duration.ofHours(1));
    }

    assertThat(town.memory.alerts()).hasSize(1);
    assertThat(town.memory.alarms()).hasSize(1);
    assertThat(town.state(COVER).revision()).isEqualTo(2);
  }

  @Test
  void its_next_message_clears_it() {
    town.say("tilt=3");
    check(Duration.ofHours(1));
    town.say("!even a broken one");

    assertThat(town.open()).isEmpty();
    assertThat(town.memory.alerts().get(0).clearedAt()).contains(town.now());
    check(Duration.ofHours(1));
    assertThat(town.memory.alerts()).hasSize(2);
  }

  @Test
  void a_retained_message_is_no_sign_of_life() {
    town.say("tilt=3");
    check(Duration.ofHours(1));
    town.take(retained(message(COVER, "tilt=4", town.now())));

    assertThat(town.open()).containsExactly("MC-001 offline");
  }

  @Test
  void only_watched_types_are_missed() {
    town.register(OTHER, "trash_bin", "text");
    town.take(message(OTHER, "tilt=3", NOW));
    check(Duration.ofDays(1));

    assertThat(town.memory.alerts()).isEmpty();
  }

  @Test
  void a_device_that_left_the_register_is_not_missed() {
    town.take(message(OTHER, "tilt=3", NOW));
    town.register(OTHER, "trash_bin", "text");
    check(Duration.ofDays(1));

    assertThat(town.memory.alerts()).isEmpty();
  }

  @Test
  void hundreds_fall_quiet_at_once() {
    for (int i = 0; i < 450; i++) {
      DeviceId device = new DeviceId("D-" + i);
      town.register(device, "manhole_cover", "text");
      town.take(message(device, "tilt=3", NOW));
    }
    check(Duration.ofDays(1));

    assertThat(town.open()).hasSize(450);
  }

  @Test
  void silence_needs_no_repetition_but_flapping_is_damped() {
    town.damp(new Damping(3, 1, Duration.ofHours(6)));
    town.say("tilt=3");
    check(Duration.ofHours(1));
    assertThat(town.open()).hasSize(1);
    town.say("tilt=3");
    check(Duration.ofHours(1));
    check(Duration.ofHours(1));

    assertThat(town.open()).isEmpty();
    assertThat(town.dispositions()).containsExactly("RAISED", "SUPPRESSED");
  }

  @Test
  void two_nodes_that_look_at_once_raise_one_alert() {
    town.say("tilt=3");
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    otherNode.silences.addAll(town.silences);
    town.pass(Duration.ofHours(1));
    town.store.fault(
        new FaultyIngestStore.Fault() {
          @Override
          public void before(IngestBatch batch) {
            otherNode.ingestion.silenceWatch().check(town.now());
          }
        });
    check(Duration.ZERO);

    assertThat(town.memory.alerts()).hasSize(1);
  }

  @Test
  void a_message_that_comes_while_one_looks_wins() {
    town.say("tilt=3");
    town.pass(Duration.ofHours(1));
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    town.store.fault(
        new FaultyIngestStore.Fault() {
          private boolean done;

          @Override
          public void before(IngestBatch batch) {
            if (!done) {
              done = true;
              otherNode.take(message(COVER, "tilt=4", town.now()));
            }
          }
        });
    check(Duration.ZERO);

    assertThat(town.memory.alerts()).isEmpty();
  }

  @Test
  void a_device_that_never_spoke_is_missed_from_when_it_was_found_registered() {
    town.registers.saveDevices(List.of(town.find(COVER).orElseThrow()));
    check(Duration.ofHours(5));
    check(QUIET.minusSeconds(1));
    assertThat(town.open()).isEmpty();
    check(Duration.ofSeconds(1));
    check(Duration.ofHours(1));

    assertThat(town.open()).containsExactly("MC-001 offline");
    assertThat(town.memory.alerts()).hasSize(1);
    town.say("tilt=3");
    assertThat(town.open()).isEmpty();
  }

  @Test
  void a_device_that_speaks_in_time_is_missed_from_then_on() {
    town.registers.saveDevices(List.of(town.find(COVER).orElseThrow()));
    check(Duration.ZERO);
    town.pass(QUIET.minusSeconds(1));
    town.say("tilt=3");
    check(QUIET);
    assertThat(town.open()).isEmpty();
    check(Duration.ofSeconds(1));

    assertThat(town.open()).containsExactly("MC-001 offline");
  }

  @Test
  void who_is_still_silent_after_the_alert_was_ended_is_missed_anew_and_not_written_meanwhile() {
    town.say("tilt=3");
    check(Duration.ofHours(1));
    town.ingestion.alertEnd().end(town.memory.openAlerts().get(0), town.now());
    long revision = town.state(COVER).revision();
    check(QUIET.minusSeconds(1));
    assertThat(town.open()).isEmpty();
    assertThat(town.state(COVER).revision()).isEqualTo(revision);
    check(Duration.ofSeconds(2));

    assertThat(town.open()).containsExactly("MC-001 offline");
  }

  @Test
  void a_city_says_itself_how_long_its_devices_may_keep_quiet() {
    town.silentAfter(Duration.ofHours(36));
    town.silences.clear();
    town.silences.add(
        new Contribution.Silence(
            "urban.quiet",
            Set.of("manhole_cover"),
            QUIET,
            Severity.MINOR,
            Text.of("urban.quiet", "0.5")));
    town.say("tilt=3");
    check(Duration.ofHours(36));
    assertThat(town.open()).isEmpty();
    check(Duration.ofSeconds(1));

    assertThat(town.open()).containsExactly("MC-001 offline");
    assertThat(town.memory.openAlerts().get(0).why()).isEqualTo(Text.of("urban.quiet", "36"));
  }

  private void check(Duration later) {
    town.pass(later);
    town.ingestion.silenceWatch().check(town.now());
  }
}
