package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;
import static org.zhili.core.ingest.IngestTown.redelivered;
import static org.zhili.core.ingest.IngestTown.wrapped;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

class DecodingTest {
  private static final DeviceId STRANGER = new DeviceId("MC-999");

  private final IngestTown town = new IngestTown();

  @Test
  void a_registered_device_is_decoded_by_its_own_driver() {
    TextDecoder second = new TextDecoder("second");
    town.decoders.add(second);
    town.register(COVER, "manhole_cover", "second");
    town.say("tilt=3");

    assertThat(second.asked()).isEqualTo(1);
    assertThat(town.memory.telemetry(COVER)).hasSize(1);
    assertThat(town.memory.quarantined()).isEmpty();
  }

  @Test
  void a_driver_is_asked_once_for_a_batch() {
    TextDecoder driver = (TextDecoder) town.decoders.get(0);
    town.take(
        message(COVER, "tilt=1", NOW),
        message(OTHER, "tilt=2", NOW),
        message(COVER, "tilt=3", NOW));

    assertThat(driver.asked()).isEqualTo(1);
    assertThat(town.memory.telemetry()).hasSize(3);
  }

  @Test
  void a_message_about_nothing_shows_that_the_device_lives() {
    town.decoders.set(0, new FixedDecoder(new Decoded.Readings(List.of())));
    town.say("hello");

    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.memory.quarantined()).isEmpty();
    assertThat(town.state(COVER).lastSeenAt()).contains(NOW);
  }

  @Test
  void a_rejected_message_is_kept_raw_with_the_drivers_reason() {
    town.say("!short");

    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.REJECTED);
    assertThat(kept.reason()).isEqualTo("broken: !short");
    assertThat(kept.driver()).contains("text");
    assertThat(kept.answeredBy()).contains("text@1");
    assertThat(kept.device()).contains(COVER);
    assertThat(kept.message()).isEqualTo(message(COVER, "!short", NOW));
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(town.state(COVER).lastSeenAt()).contains(NOW);
  }

  @Test
  void a_message_whose_driver_gave_no_answer_is_kept_to_be_decoded_again() {
    town.say("#");

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.DRIVER_FAILED);
    assertThat(town.onlyQuarantined().reason()).isEqualTo("it left");
  }

  @Test
  void a_message_whose_driver_is_not_here_waits_for_it() {
    town.register(COVER, "manhole_cover", "absent");
    town.say("tilt=3");

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(town.onlyQuarantined().driver()).contains("absent");
  }

  @Test
  void a_message_that_its_own_driver_disowns_is_offered_to_no_other() {
    TextDecoder other = new TextDecoder("other");
    town.decoders.add(other);
    town.say("?");

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(other.asked()).isZero();
  }

  @Test
  void a_device_that_reports_for_another_is_foreign() {
    town.say("tilt=1;MC-002:tilt=90");

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.FOREIGN);
    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.memory.load(java.util.Set.of(OTHER))).isEmpty();
    assertThat(town.memory.alarms()).isEmpty();
  }

  @Test
  void an_unknown_device_is_understood_but_not_believed() {
    town.take(message(STRANGER, "tilt=90", NOW));

    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
    assertThat(kept.device()).contains(STRANGER);
    assertThat(kept.driver()).contains("text");
    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.memory.alarms()).isEmpty();
  }

  @Test
  void for_an_unknown_device_the_first_answer_but_not_mine_counts() {
    Decoder disowns = new FixedDecoder(new Decoded.NotMine());
    Decoder rejects = new FixedDecoder(new Decoded.Rejected("no"));
    town.decoders.clear();
    town.decoders.addAll(List.of(disowns, rejects, new TextDecoder("text")));
    town.take(message(STRANGER, "tilt=1", NOW));
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.REJECTED);
  }

  @Test
  void what_no_driver_takes_for_its_own_is_kept() {
    town.take(message(STRANGER, "?", NOW));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(town.onlyQuarantined().driver()).isEmpty();
  }

  @Test
  void a_driver_is_not_asked_about_unknown_devices_on_topics_it_does_not_want() {
    IncomingMessage elsewhere =
        new IncomingMessage(
            new Origin(
                "elsewhere/up", Optional.empty(), java.util.OptionalInt.empty(), Optional.empty()),
            Payload.ofUtf8("MC-001:tilt=1"),
            NOW,
            false,
            false);
    town.take(elsewhere);

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(((TextDecoder) town.decoders.get(0)).asked()).isZero();
  }

  @Test
  void on_a_topic_that_no_envelope_opens_nobody_is_believed() {
    town.take(wrapped("MC-001:tilt=30", NOW));

    assertThat(town.memory.telemetry()).isEmpty();
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.NO_DRIVER);
    assertThat(town.onlyQuarantined().driver()).isEmpty();
    assertThat(((TextDecoder) town.decoders.get(0)).asked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_537, 300_000})
  void empty_and_oversized_payloads_are_malformed(int size) {
    town.take(
        new IncomingMessage(
            Origin.of("zhili/v1/demo/MC-001/up", COVER),
            Payload.of(new byte[size]),
            NOW,
            false,
            false));

    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.MALFORMED);
    assertThat(town.onlyQuarantined().replayable()).isFalse();
    assertThat(town.onlyQuarantined().message().payload().size()).isEqualTo(Math.min(size, 65_536));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zhili/v1/demo/MC-002/up", "zhili/v1/other/MC-001/up", "long", "nul\u0000"})
  void messages_off_their_topic_are_malformed(String topic) {
    String said = topic.equals("long") ? "x".repeat(65_000) : topic;
    town.take(
        new IncomingMessage(Origin.of(said, COVER), Payload.ofUtf8("tilt=90"), NOW, false, false));

    Quarantined kept = town.onlyQuarantined();
    assertThat(kept.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(kept.message().origin().topic()).hasSizeLessThanOrEqualTo(256);
    assertThat(kept.message().origin().topic()).doesNotContain("\u0000");
    assertThat(town.memory.telemetry()).isEmpty();
  }

  @Test
  void a_driver_that_reports_nonsense_has_failed() {
    List<Reading> many =
        java.util.Collections.nCopies(10_001, reading("tilt", new Value.Measure(1)));
    for (List<Reading> nonsense :
        List.of(many, List.of(reading("x".repeat(101), new Value.Measure(1))))) {
      try (IngestTown other = new IngestTown()) {
        other.decoders.set(0, new FixedDecoder(new Decoded.Readings(nonsense)));
        other.say("x");
        assertThat(other.onlyQuarantined().kind()).isEqualTo(Kind.DRIVER_FAILED);
        assertThat(other.memory.telemetry()).isEmpty();
      }
    }
  }

  @Test
  void labels_and_reasons_are_made_fit_to_be_stored() {
    town.say("label=a\u0000b");
    town.say("!\u0000" + "x".repeat(1000));

    assertThat(town.memory.telemetry(COVER).get(0).value()).isEqualTo(new Value.Label("a\uFFFDb"));
    assertThat(town.onlyQuarantined().reason()).doesNotContain("\u0000").hasSize(500);
  }

  @Test
  void a_redelivered_message_that_is_in_quarantine_is_not_kept_twice() {
    town.say("!broken");
    town.take(redelivered(message(COVER, "!broken", NOW.plusSeconds(1))));

    assertThat(town.memory.quarantined()).hasSize(1);
  }

  @Test
  void different_drivers_are_asked_side_by_side_and_their_readings_kept_apart() {
    town.decoders.add(new TextDecoder("second"));
    town.register(OTHER, "manhole_cover", "second");
    town.take(
        message(COVER, "tilt=1", NOW),
        message(OTHER, "tilt=2", NOW),
        message(COVER, "!x", NOW),
        message(OTHER, "tilt=30", NOW.plusSeconds(1)));

    assertThat(town.memory.telemetry(COVER)).hasSize(1);
    assertThat(town.memory.telemetry(OTHER)).hasSize(2);
    assertThat(town.onlyQuarantined().device()).contains(COVER);
  }

  private static Reading reading(String metric, Value value) {
    return new Reading(COVER, metric, value, NOW, TimeSource.RECEIVED);
  }

  /** Says the same of every message. */
  private static final class FixedDecoder implements Decoder {
    private final DriverCard card = new TextDecoder("text").card();
    private final Decoded answer;

    FixedDecoder(Decoded answer) {
      this.answer = answer;
    }

    @Override
    public DriverCard card() {
      return card;
    }

    @Override
    public String identity() {
      return "text@fixed";
    }

    @Override
    public List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages) {
      return messages.stream().<Reply<Decoded>>map(message -> new Reply.Given<>(answer)).toList();
    }
  }
}
