package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhili.device.Origin;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Language;
import org.zhili.text.Wording;

class SmallPartsTest {
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void the_last_32_fingerprints_are_kept() {
    RecentHashes recent = RecentHashes.none();
    for (long i = 0; i < 40; i++) {
      recent = recent.plus(i);
    }

    assertThat(recent.toArray()).isEqualTo(LongStream.range(8, 40).toArray());
    assertThat(recent.contains(7)).isFalse();
    assertThat(recent.contains(8)).isTrue();
    assertThat(RecentHashes.of(LongStream.range(0, 40).toArray())).isEqualTo(recent);
  }

  @Test
  void a_run_repeats_what_was_heard_as_far_as_it_ends_alike() {
    RecentHashes recent = RecentHashes.of(1, 2, 3);

    assertThat(recent.repeatedBy(new long[] {3})).isEqualTo(1);
    assertThat(recent.repeatedBy(new long[] {2, 3, 4})).isEqualTo(2);
    assertThat(recent.repeatedBy(new long[] {1, 2, 3})).isEqualTo(3);
    assertThat(recent.repeatedBy(new long[] {3, 3})).isEqualTo(1);
    assertThat(recent.repeatedBy(new long[] {1})).isZero();
    assertThat(recent.repeatedBy(new long[] {2})).isZero();
    assertThat(recent.repeatedBy(new long[] {0, 1, 2, 3})).isZero();
    assertThat(recent.repeatedBy(new long[0])).isZero();
    assertThat(RecentHashes.none().repeatedBy(new long[] {1})).isZero();
  }

  @Test
  void a_run_longer_than_the_window_is_known_by_the_window() {
    RecentHashes recent = RecentHashes.of(LongStream.range(0, 40).toArray());

    assertThat(recent.repeatedBy(LongStream.range(0, 42).toArray())).isEqualTo(40);
    assertThat(recent.repeatedBy(LongStream.range(20, 42).toArray())).isEqualTo(20);
  }

  @Test
  void a_fingerprint_tells_payloads_and_envelopes_apart() {
    var one = IngestTown.message(IngestTown.COVER, "tilt=1", now);
    var same = IngestTown.message(IngestTown.COVER, "tilt=1", now.plusSeconds(9));
    var other = IngestTown.message(IngestTown.COVER, "tilt=2", now);
    var ported =
        new IncomingMessage(
            new Origin(
                one.origin().topic(),
                Optional.of(IngestTown.COVER),
                OptionalInt.of(2),
                Optional.empty()),
            one.payload(),
            now,
            false,
            false);

    assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(same));
    assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(ported));
  }

  @Test
  void ids_only_grow_even_when_the_clock_is_set_back() {
    TimeOrderedIds ids = new TimeOrderedIds(() -> now);
    UUID last = ids.get();
    assertThat(last.version()).isEqualTo(7);
    assertThat(last.variant()).isEqualTo(2);
    assertThat(last.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    for (int i = 0; i < 10_000; i++) {
      if (i == 5000) {
        now = now.minusSeconds(3600);
      }
      UUID next = ids.get();
      assertThat(next.version()).isEqualTo(7);
      assertThat(next).isGreaterThan(last);
      last = next;
    }
  }

  @Test
  void text_is_made_fit_to_be_stored() {
    assertThat(Wellformed.text("满溢 𠮷")).isEqualTo("满溢 𠮷");
    assertThat(Wellformed.text("a\u0000b")).isEqualTo("a\uFFFDb");
    assertThat(Wellformed.text("a\uD800b\uDC00")).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(Wellformed.clause("x".repeat(600))).hasSize(500).endsWith("…");
  }

  @Test
  void memory_forgets_the_devices_it_has_not_seen_for_longest() {
    InMemoryIngestStore store = new InMemoryIngestStore();
    States states = new States(store, 2);
    for (String name : List.of("a", "b", "a", "c")) {
      DeviceId device = new DeviceId(name);
      DeviceState before =
          states.of(Set.of(device)).getOrDefault(device, DeviceState.unheard(device, "t"));
      DeviceState after =
          new DeviceState(
              device,
              "t",
              before.revision() + 1,
              Optional.of(now),
              Map.of(),
              Map.of(),
              RecentHashes.none());
      states.write(
          new IngestBatch(
              UUID.randomUUID(),
              List.of(after),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Set.of(),
              List.of(),
              List.of()));
    }

    assertThat(states.size()).isEqualTo(2);
    assertThat(states.of(Set.of(new DeviceId("a"), new DeviceId("b"), new DeviceId("c"))))
        .hasSize(3);
  }

  @Test
  void distances_are_near_enough_for_a_city() {
    Value.Position people = new Value.Position(31.2304, 121.4737);
    assertThat(Plausibility.metres(people, new Value.Position(31.2349, 121.4737)))
        .isBetween(495.0, 505.0);
    assertThat(Plausibility.metres(people, new Value.Position(31.2304, 121.4790)))
        .isBetween(495.0, 515.0);
    assertThat(Plausibility.metres(new Value.Position(0, 179.999), new Value.Position(0, -179.999)))
        .isBetween(200.0, 250.0);
  }

  @Test
  void everything_shown_has_words_in_both_languages() {
    assertThat(IngestWords.words().keys(Language.ZH))
        .isEqualTo(IngestWords.words().keys(Language.EN));
    for (Quarantined.Kind kind : Quarantined.Kind.values()) {
      assertThat(IngestWords.words().knows("ingest.kind." + kind)).as(kind.name()).isTrue();
    }
    for (Alarm.Disposition disposition : Alarm.Disposition.values()) {
      assertThat(IngestWords.words().knows("ingest.disposition." + disposition)).isTrue();
    }
    for (Telemetry.Flag flag : Telemetry.Flag.values()) {
      assertThat(IngestWords.words().knows("ingest.flag." + flag)).isTrue();
    }
    assertThat(IngestWords.words().knows(ConditionLedger.FLAPPING.key())).isTrue();
    assertThat(IngestWords.words().knows(ConditionLedger.LATE.key())).isTrue();
  }

  @Test
  void why_a_message_is_kept_is_told_in_both_languages() {
    Quarantined rejected = IngestSamples.quarantined(Quarantined.Kind.REJECTED, IngestSamples.T);
    assertThat(rejected.words().zh()).isEqualTo("驱动判定报文有误：expected 5 bytes, got 2 — 长度 {0}");
    assertThat(rejected.reason()).isEqualTo("expected 5 bytes, got 2 — 长度 {0}");
    assertThat(IngestWords.words().render(IngestWords.kept("not-its-own")))
        .isEqualTo(
            new Wording("该设备的驱动不认为此报文属于它", "its driver says that the message is not its own"));
    assertThat(IngestWords.words().render(IngestWords.kept("too-long", 102_400, 65_536)).en())
        .isEqualTo("payload of 102400 bytes, cut to 65536");
  }
}
