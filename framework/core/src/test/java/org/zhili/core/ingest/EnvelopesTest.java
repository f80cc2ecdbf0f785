package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;

class EnvelopesTest {
  private static final NetworkId NETWORK = new NetworkId("lora:cover-1");
  private static final DeviceId LORA = new DeviceId("MC-101");

  private final IngestTown town = new IngestTown();
  private final Quarantine quarantine = town.ingestion.quarantine();

  EnvelopesTest() {
    town.openers.add(new TextOpener());
    town.registerBehind(NETWORK, LORA, "text");
  }

  private static IncomingMessage wrapped(String payload) {
    return IngestTown.wrapped(payload, NOW);
  }

  @Test
  void the_driver_reads_what_was_inside_and_the_register_says_whose_it_is() {
    town.take(wrapped("cover-1|tilt=30"));

    assertThat(town.memory.telemetry(LORA)).hasSize(1);
    assertThat(town.open()).containsExactly("MC-101 tilted");
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void several_messages_of_one_envelope_are_read_in_their_order_and_stored_at_once() {
    town.take(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z||cover-1|tilt=2@2026-11-23T07:10:00Z"));

    assertThat(town.memory.telemetry(LORA)).hasSize(2);
    assertThat(town.memory.batches()).isEqualTo(1);
    assertThat(town.state(LORA).latest().values())
        .extracting(latest -> latest.reading().observedAt().toString())
        .containsExactly("2026-11-23T07:10:00Z");
  }

  @Test
  void of_an_envelope_with_one_bad_message_the_others_are_read_and_it_waits_for_its_driver() {
    town.take(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z||cover-1|!"));

    assertThat(town.memory.telemetry(LORA)).hasSize(1);
    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.REJECTED);
    assertThat(kept.driver()).contains("text");
    assertThat(kept.device()).contains(LORA);
    assertThat(kept.network()).contains(NETWORK);
    assertThat(kept.message().payload())
        .isEqualTo(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z||cover-1|!").payload());
  }

  @Test
  void a_stranger_in_an_envelope_keeps_no_alarm_of_its_neighbours_back() {
    town.take(wrapped("cover-8|tilt=1||cover-1|tilt=30||cover-9|tilt=2"));

    assertThat(town.open()).containsExactly("MC-101 tilted");
    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
    assertThat(kept.inside().strangers())
        .containsExactlyInAnyOrder(new NetworkId("lora:cover-8"), new NetworkId("lora:cover-9"));
  }

  @Test
  void what_was_taken_of_an_envelope_is_not_taken_again_when_the_rest_is_read() {
    DeviceId eight = new DeviceId("MC-108");
    DeviceId nine = new DeviceId("MC-109");
    town.take(wrapped("cover-8|tilt=1||cover-1|tilt=30||cover-9|tilt=2"));
    DeviceState before = town.state(LORA);
    town.registerBehind(new NetworkId("lora:cover-9"), nine, "text");

    assertThat(quarantine.sweep().stored()).isZero();
    assertThat(town.memory.telemetry(nine)).hasSize(1);
    assertThat(town.onlyQuarantined().inside().strangers())
        .containsExactly(new NetworkId("lora:cover-8"));
    town.registerBehind(new NetworkId("lora:cover-8"), eight, "text");
    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.telemetry()).hasSize(3);
    assertThat(town.state(LORA)).isEqualTo(before);
    assertThat(town.state(nine).revision()).isEqualTo(1);
  }

  @Test
  void an_envelope_that_fails_at_the_second_try_still_remembers_what_was_taken() {
    town.take(wrapped("cover-8|tilt=1||cover-1|tilt=30"));
    Opener opener = town.openers.set(0, failing());
    quarantine.replayAll(QuarantineStore.Selection.ALL);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.DRIVER_FAILED);
    town.openers.set(0, opener);
    town.registerBehind(new NetworkId("lora:cover-8"), new DeviceId("MC-108"), "text");

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.telemetry(LORA)).hasSize(1);
  }

  @Test
  void the_fault_that_is_mended_first_speaks_for_the_envelope() {
    town.registerBehind(new NetworkId("lora:cover-2"), new DeviceId("MC-102"), "absent");
    town.take(wrapped("cover-9|tilt=1||cover-1|!||cover-2|tilt=30"));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(town.onlyQuarantined().driver()).contains("absent");
    town.decoders.add(new TextDecoder("absent"));
    assertThat(quarantine.sweep().stored()).isZero();
    assertThat(town.open()).containsExactly("MC-102 tilted");
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.REJECTED);
  }

  @Test
  void an_alarm_no_rule_could_judge_does_not_wait_for_a_stranger() {
    Judge judge = town.judges.remove(0);
    town.take(wrapped("cover-9|tilt=1||cover-1|tilt=30"));
    assertThat(town.memory.telemetry(LORA)).hasSize(1);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.RULE_FAILED);
    assertThat(town.onlyQuarantined().device()).contains(LORA);
    assertThat(town.onlyQuarantined().inside().strangers()).hasSize(1);
    town.judges.add(judge);

    quarantine.sweep();
    assertThat(town.open()).containsExactly("MC-101 tilted");
    assertThat(town.memory.telemetry(LORA)).hasSize(1);
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
    quarantine.sweep();
    assertThat(town.dispositions()).containsExactly("RAISED");
  }

  @Test
  void a_message_that_comes_again_is_known_by_its_envelope() {
    town.take(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z"));
    town.take(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z"));
    town.take(IngestTown.redelivered(wrapped("cover-1|tilt=1@2026-11-23T07:00:00Z")));

    assertThat(town.memory.telemetry(LORA)).hasSize(1);
    assertThat(town.ingestion.status().duplicates()).isEqualTo(2);
  }

  @Test
  void an_empty_envelope_is_taken_and_brings_nothing() {
    town.take(wrapped("-"));

    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_network_does_not_speak_for_a_device_that_logs_in_by_itself() {
    town.take(wrapped(COVER + "|tilt=30"));

    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
    assertThat(town.onlyQuarantined().device()).isEmpty();
    assertThat(town.onlyQuarantined().network()).contains(new NetworkId("lora:MC-001"));
  }

  @Test
  void what_was_inside_does_not_speak_for_another_device() {
    town.take(wrapped("cover-1|MC-001:tilt=30"));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.FOREIGN);
    assertThat(town.memory.telemetry()).isEmpty();
  }

  @Test
  void a_message_on_the_topic_of_a_device_is_never_opened() {
    town.say("cover-1|tilt=30");

    assertThat(town.memory.telemetry(LORA)).isEmpty();
  }

  @Test
  void a_stranger_is_heard_once_it_is_registered_in_the_order_of_its_messages() {
    NetworkId stranger = new NetworkId("lora:cover-2");
    DeviceId device = new DeviceId("MC-102");
    town.take(wrapped("cover-2|tilt=1"), wrapped("cover-2|!"), wrapped("cover-2|tilt=30"));
    assertThat(town.memory.quarantined())
        .extracting(Quarantined::kind)
        .containsExactly(Kind.UNKNOWN_DEVICE, Kind.REJECTED, Kind.UNKNOWN_DEVICE);
    assertThat(quarantine.sweep()).isEqualTo(new Replayed(0, 3, 0));
    town.registerBehind(stranger, device, "text");

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(2, 1, 0));
    assertThat(town.memory.telemetry(device)).hasSize(2);
    assertThat(town.open()).containsExactly("MC-102 tilted");
    assertThat(quarantine.sweep()).isEqualTo(new Replayed(0, 0, 0));
  }

  @Test
  void what_came_before_its_envelope_is_opened_when_that_arrives() {
    Opener opener = town.openers.remove(0);
    quarantine.sweep();
    town.take(wrapped("cover-1|tilt=1"));
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    town.openers.add(opener);

    assertThat(quarantine.sweep()).isEqualTo(new Replayed(1, 0, 0));
    assertThat(town.memory.telemetry(LORA)).hasSize(1);
  }

  @Test
  void what_an_envelope_rejected_is_opened_again_by_its_next_version() {
    town.take(wrapped("!"));
    quarantine.sweep();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.REJECTED);
    assertThat(town.onlyQuarantined().driver()).contains("envelope:lora");
    assertThat(town.onlyQuarantined().answeredBy()).contains("lora@1");
    assertThat(town.onlyQuarantined().attempts()).isEqualTo(1);
    town.openers.set(0, new TextOpener("lora@2"));
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
    assertThat(town.onlyQuarantined().answeredBy()).contains("lora@2");
  }

  @Test
  void an_envelope_that_gives_no_answer_is_asked_again() {
    town.take(wrapped("#"));
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.DRIVER_FAILED);
    quarantine.sweep();

    assertThat(town.onlyQuarantined().attempts()).isEqualTo(2);
  }

  @Test
  void what_no_envelope_takes_for_its_own_is_nobodys() {
    town.take(wrapped("?"));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
  }

  @Test
  void a_sender_no_network_id_can_hold_is_the_envelopes_fault() {
    town.take(wrapped("cover 1/x|tilt=1"));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.DRIVER_FAILED);
    assertThat(town.onlyQuarantined().reason()).contains("cover 1/x");
  }

  private static Opener failing() {
    return new TextOpener() {
      @Override
      public List<Reply<Opened>> open(List<WrappedMessage> messages) {
        return messages.stream()
            .<Reply<Opened>>map(message -> new Reply.None<>(IngestWords.kept("left")))
            .toList();
      }
    };
  }
}
