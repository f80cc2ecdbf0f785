package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** What a sweep of the quarantine replays because of what came since, and what it drops. */
class QuarantineSweepTest extends QuarantineFixture {
  // ---- what happens by itself

  @Test
  void when_a_driver_arrives_its_messages_are_replayed() {
    Decoder driver = town.decoders.remove(0);
    quarantine.sweep();
    town.say("tilt=1");
    town.take(message(STRANGER, "tilt=1", NOW));
    assertThat(quarantine.sweep()).isEqualTo(new Replayed(0, 0, 0));
    town.decoders.add(driver);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 1, 0));
    assertThat(town.memory.telemetry(COVER)).hasSize(1);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
  }

  @Test
  void when_a_driver_is_replaced_what_it_rejected_is_replayed() {
    town.say("!broken");
    quarantine.sweep();
    quarantine.sweep();
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
    town.decoders.set(0, new TextDecoder("text", "text@1"));
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
  }

  @Test
  void after_a_restart_only_another_build_is_asked_again() {
    town.say("!broken");
    IngestTown restarted = new IngestTown(IngestTown.SETTINGS, town.memory);
    restarted.ingestion.quarantine().sweep();
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);

    IngestTown updated = new IngestTown(IngestTown.SETTINGS, town.memory);
    updated.decoders.set(0, new TextDecoder("text", "text@2"));
    updated.ingestion.quarantine().sweep();
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
    assertThat(town.onlyQuarantined().answeredBy()).contains("text@2");
  }

  @Test
  void when_a_device_is_registered_what_it_said_before_is_replayed() {
    town.take(message(STRANGER, "tilt=30", NOW), message(STRANGER, "tilt=31", NOW.plusSeconds(1)));
    quarantine.sweep();
    assertThat(town.memory.telemetry()).isEmpty();
    town.register(STRANGER, "manhole_cover", "text");

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(2, 0, 0));
    assertThat(town.open()).containsExactly("MC-999 tilted");
    assertThat(town.memory.openAlerts().get(0).occurrences()).isEqualTo(2);
    assertThat(quarantine.sweep()).isEqualTo(new Replayed(0, 0, 0));
  }

  @Test
  void when_a_pack_corrects_the_driver_of_a_device_its_messages_are_replayed() {
    town.takePack("txet", COVER);
    town.say("tilt=30");
    quarantine.sweep();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    town.takePack("text", COVER);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.open()).containsExactly("MC-001 tilted");
  }

  @Test
  void a_driver_that_was_corrected_while_the_town_was_closed_is_given_its_messages() {
    town.takePack("txet", COVER);
    town.say("tilt=30");
    IngestTown restarted = new IngestTown(IngestTown.SETTINGS, town.memory);

    assertThat(restarted.ingestion.quarantine().sweep()).isEqualTo(new Replayed(1, 0, 0));
  }

  @Test
  void when_a_pack_changes_a_device_that_spoke_for_another_it_is_heard_once_more() {
    quarantine.sweep();
    town.say("MC-002:tilt=30");
    quarantine.sweep();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.FOREIGN);
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
    town.takePack("text", COVER);
    quarantine.sweep();
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
  }

  @Test
  void when_a_pack_changes_other_things_what_waits_for_its_driver_is_left_alone() {
    town.takePack("txet", COVER);
    town.say("tilt=30");
    quarantine.sweep();
    town.takePack("text", OTHER);
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
  }

  @Test
  void what_is_stored_after_the_sweep_that_met_its_driver_is_replayed_by_the_next() {
    Decoder driver = town.decoders.remove(0);
    quarantine.sweep();
    BatchWriter.Batch late = town.prepared(message(COVER, "tilt=1", NOW));
    town.decoders.add(driver);
    quarantine.sweep();
    town.settle(late);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.telemetry(COVER)).hasSize(1);
  }

  @Test
  void what_nobody_opened_is_offered_to_an_envelope_that_came_while_it_was_being_stored() {
    town.registerBehind(new NetworkId("lora:2"), OTHER, "text");
    quarantine.sweep();
    BatchWriter.Batch late = town.prepared(IngestTown.wrapped("2|tilt=1", NOW));
    town.openers.add(new TextOpener());
    quarantine.sweep();
    town.settle(late);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.telemetry(OTHER)).hasSize(1);
  }

  @Test
  void what_is_stored_after_the_sweep_that_met_its_device_is_replayed_by_the_next() {
    BatchWriter.Batch late = town.prepared(message(STRANGER, "tilt=30", NOW));
    town.register(STRANGER, "manhole_cover", "text");
    quarantine.sweep();
    town.settle(late);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.UNKNOWN_DEVICE);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.open()).containsExactly("MC-999 tilted");
  }

  @Test
  void of_many_strangers_those_that_were_registered_are_heard() {
    for (int i = 0; i < 450; i++) {
      town.take(message(new DeviceId("MC-" + (1000 + i)), "tilt=1", NOW));
    }
    BatchWriter.Batch late = town.prepared(message(new DeviceId("MC-1999"), "tilt=1", NOW));
    town.register(new DeviceId("MC-1999"), "manhole_cover", "text");
    quarantine.sweep();
    town.settle(late);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.quarantined()).hasSize(450).allMatch(kept -> kept.attempts() == 1);
  }

  @Test
  void what_a_wrong_driver_rejected_of_a_stranger_is_asked_of_its_own_once_it_is_registered() {
    town.decoders.add(new TextDecoder("other"));
    quarantine.sweep();
    town.take(message(STRANGER, "!", NOW));
    quarantine.sweep();
    assertThat(town.onlyQuarantined().driver()).contains("text");
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
    town.takePack("other", STRANGER);
    quarantine.sweep();
    quarantine.sweep();

    assertThat(town.onlyQuarantined().driver()).contains("other");
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
  }

  @Test
  void what_no_driver_takes_for_its_own_is_not_offered_again_and_again() {
    quarantine.sweep();
    town.say("?");
    town.take(message(STRANGER, "?", NOW));
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }
    assertThat(town.memory.quarantined())
        .allMatch(kept -> kept.kind() == Kind.NO_DRIVER && kept.attempts() == 2);

    town.decoders.set(0, new TextDecoder("text", "text@2"));
    quarantine.sweep();
    assertThat(town.memory.quarantined()).allMatch(kept -> kept.attempts() == 3);
  }

  @Test
  void what_is_too_old_or_too_much_is_dropped_and_counted() {
    town.say("!old");
    town.pass(Duration.ofDays(31));
    town.say("!young");
    quarantine.sweep();

    assertThat(town.onlyQuarantined().reason()).isEqualTo("broken: !young");
    assertThat(town.ingestion.status().dropped()).isEqualTo(1);
  }

  @Test
  void a_flood_is_cut_without_waiting_for_a_sweep() {
    String big = "!" + "x".repeat(60_000);
    for (int i = 0; i < 40; i++) {
      town.take(message(OTHER, big, NOW.plusSeconds(i)));
    }

    long bytes = town.memory.quarantined().stream().mapToLong(Quarantined::bytes).sum();
    assertThat(bytes).isLessThanOrEqualTo(1_000_000 + 1_000_000 / 16 + 2 * 60_100);
    assertThat(town.ingestion.status().dropped()).isPositive();
  }
}
