package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.NetworkId;

/** What was not understood is kept, and tried again. */
class QuarantineTest extends QuarantineFixture {
  @Test
  void a_message_is_replayed_once() {
    Decoder driver = town.decoders.remove(0);
    town.say("tilt=30");
    UUID id = town.onlyQuarantined().id();
    town.decoders.add(driver);
    town.pass(Duration.ofHours(1));

    assertThat(quarantine.replay(id)).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.memory.telemetry(COVER).get(0).observedAt()).isEqualTo(NOW);
    assertThat(town.open()).containsExactly("MC-001 tilted");
    assertThat(quarantine.replay(id)).isEqualTo(new Replayed(0, 0, 1));
    assertThat(town.memory.telemetry()).hasSize(1);
  }

  @Test
  void a_message_that_two_nodes_replay_is_replayed_once() {
    Decoder driver = town.decoders.remove(0);
    town.say("tilt=30");
    town.say("tilt=31");
    List<Quarantined> both = town.memory.quarantined();
    town.decoders.add(driver);
    IngestTown otherNode = new IngestTown(IngestTown.SETTINGS, town.memory);
    // the other node replays the first between our reading and our writing
    town.store.fault(
        new FaultyIngestStore.Fault() {
          private boolean done;

          @Override
          public void before(IngestBatch batch) {
            if (!done) {
              done = true;
              assertThat(otherNode.ingestion.quarantine().replay(both.get(0).id()))
                  .isEqualTo(new Replayed(1, 0, 0));
            }
          }
        });

    assertThat(quarantine.replayAll("text")).isEqualTo(new Replayed(1, 0, 1));
    assertThat(town.memory.telemetry()).hasSize(2);
    assertThat(town.memory.alarms()).hasSize(2);
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_message_that_is_still_not_understood_stays() {
    town.say("!broken");
    Quarantined before = town.onlyQuarantined();

    assertThat(quarantine.replayAll("text")).isEqualTo(new Replayed(0, 1, 0));
    Quarantined after = town.onlyQuarantined();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.attempts()).isEqualTo(2);
  }

  @Test
  void messages_are_replayed_in_order_and_many() {
    Decoder driver = town.decoders.remove(0);
    for (int i = 0; i < 450; i++) {
      town.say("tilt=" + i % 20);
      town.pass(Duration.ofSeconds(1));
    }
    town.decoders.add(driver);

    assertThat(quarantine.replayAll("text")).isEqualTo(new Replayed(450, 0, 0));
    assertThat(town.memory.telemetry()).hasSize(450);
    assertThat(town.memory.telemetry()).allMatch(row -> row.flags().isEmpty());
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_replayed_message_does_not_make_a_newer_one_old() {
    Decoder driver = town.decoders.remove(0);
    town.say("tilt=30");
    town.decoders.add(driver);
    town.pass(Duration.ofMinutes(1));
    town.say("tilt=3");
    quarantine.replayAll("text");

    assertThat(town.memory.telemetry()).hasSize(2);
    assertThat(town.open()).isEmpty();
    assertThat(town.dispositions()).containsExactly("SUPPRESSED");
    assertThat(town.state(COVER).lastSeenAt()).contains(NOW.plusSeconds(60));
  }

  @Test
  void malformed_messages_are_never_decoded() {
    town.say("");

    assertThat(quarantine.replay(town.onlyQuarantined().id())).isEqualTo(new Replayed(0, 1, 0));
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
  }

  @Test
  void a_person_lists_finds_and_discards() {
    town.say("!a");
    town.say("!b");
    List<Quarantined> all = quarantine.list(Selection.ALL, Optional.empty(), 10);
    assertThat(all).hasSize(2);
    assertThat(quarantine.list(Selection.ALL, Optional.of(all.get(0).id()), 10))
        .containsExactly(all.get(1));
    assertThat(quarantine.find(all.get(0).id())).contains(all.get(0));
    assertThat(quarantine.discard(Set.of(all.get(0).id()))).isEqualTo(1);
    assertThat(town.memory.quarantined()).hasSize(1);
  }

  @Test
  void what_a_driver_failed_on_is_tried_five_times() {
    town.say("#");
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(Quarantine.ATTEMPTS);
  }

  @Test
  void a_driver_that_takes_the_place_of_another_is_given_what_that_failed_on() {
    town.say("#");
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }
    town.decoders.set(0, new TextDecoder("text", "text@2"));
    quarantine.sweep();
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(Quarantine.ATTEMPTS + 1);
  }

  @Test
  void after_a_restart_the_build_that_failed_is_not_given_the_same_again() {
    town.say("#");
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }
    new IngestTown(IngestTown.SETTINGS, town.memory).ingestion.quarantine().sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(Quarantine.ATTEMPTS);
  }

  @Test
  void a_rule_that_takes_the_place_of_another_is_given_what_that_failed_on() {
    town.judge.fail(true);
    town.say("tilt=30");
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(Quarantine.ATTEMPTS);

    town.judges.set(0, new TiltJudge());
    quarantine.sweep();
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.open()).containsExactly("MC-001 tilted");
  }

  @Test
  void what_a_rule_failed_on_is_judged_again_once_the_rule_is_well() {
    town.judge.fail(true);
    town.say("tilt=30");
    town.judges.clear();
    quarantine.sweep();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.RULE_FAILED);

    town.judges.add(town.judge);
    town.judge.fail(false);
    quarantine.sweep();
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.open()).containsExactly("MC-001 tilted");
    assertThat(town.memory.telemetry()).hasSize(1);
  }

  @Test
  void an_alarm_that_nobody_is_here_to_judge_waits_for_its_judge() {
    town.judges.clear();
    town.say("moved=true");
    assertThat(town.memory.telemetry()).hasSize(1);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.RULE_FAILED);
    assertThat(town.onlyQuarantined().rule()).isEmpty();
    for (int i = 0; i < 9; i++) {
      quarantine.sweep();
    }

    town.judges.add(town.judge);
    quarantine.sweep();
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.open()).containsExactly("MC-001 tilted");
    assertThat(town.memory.telemetry()).hasSize(1);
  }

  @Test
  void trying_again_where_nobody_judges_does_not_count() {
    town.judges.clear();
    town.say("moved=true");
    for (int i = 0; i < 9; i++) {
      quarantine.replay(town.onlyQuarantined().id());
    }

    assertThat(town.onlyQuarantined().attempts()).isZero();
  }

  @Test
  void what_came_in_an_envelope_while_nobody_judged_waits_too() {
    town.openers.add(new TextOpener());
    town.registerBehind(new NetworkId("lora:2"), OTHER, "text");
    town.judges.clear();
    town.take(IngestTown.wrapped("2|moved=true", NOW));
    quarantine.sweep();
    assertThat(town.onlyQuarantined().device()).contains(OTHER);

    town.judges.add(town.judge);
    quarantine.sweep();
    assertThat(town.open()).containsExactly("MC-002 tilted");
  }

  @Test
  void devices_the_city_wants_no_alarms_of_need_no_judge() {
    town.register(STRANGER, "weather_station", "text");
    town.judges.clear();
    town.take(message(STRANGER, "tilt=30", NOW));

    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.memory.telemetry()).hasSize(1);
  }
}
