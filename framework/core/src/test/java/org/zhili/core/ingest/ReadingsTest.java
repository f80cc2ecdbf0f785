package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;
import static org.zhili.core.ingest.IngestTown.redelivered;
import static org.zhili.core.ingest.IngestTown.retained;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.alert.Observation;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

class ReadingsTest {
  private final IngestTown town = new IngestTown();

  @Test
  void a_reading_becomes_history_and_state() {
    town.say("tilt=3@2026-11-23T07:59:00Z");

    assertThat(town.memory.telemetry())
        .containsExactly(
            new Telemetry(
                COVER,
                "tilt",
                new Value.Measure(3),
                NOW.minusSeconds(60),
                NOW,
                TimeSource.DEVICE,
                Set.of()));
    DeviceState state = town.state(COVER);
    assertThat(state.type()).isEqualTo("manhole_cover");
    assertThat(state.revision()).isEqualTo(1);
    assertThat(state.lastSeenAt()).contains(NOW);
    assertThat(value(state, "tilt")).isEqualTo(3);
  }

  @Test
  void a_rule_sees_the_reading_before_it() {
    town.take(message(COVER, "tilt=1", NOW), message(COVER, "tilt=2", NOW.plusSeconds(1)));
    town.take(message(COVER, "tilt=3", NOW.plusSeconds(2)));

    assertThat(town.judge.seen())
        .extracting(Observation::previous)
        .extracting(previous -> previous.map(reading -> reading.value()))
        .containsExactly(
            Optional.empty(), Optional.of(new Value.Measure(1)), Optional.of(new Value.Measure(2)));
  }

  @Test
  void a_late_reading_is_history_but_not_state() {
    town.say("tilt=3@2026-11-23T07:59:00Z");
    town.say("tilt=4@2026-11-23T07:58:00Z");

    assertThat(flags()).containsExactly(Set.of(), Set.of(Flag.LATE));
    assertThat(value(town.state(COVER), "tilt")).isEqualTo(3);
    assertThat(town.judge.seen()).hasSize(2);
    assertThat(town.judge.seen().get(1).previous()).isEmpty();
  }

  @Test
  void impossible_times_are_replaced_by_the_time_of_receipt() {
    town.say("tilt=30@9999-12-31T00:00:00Z");
    town.pass(Duration.ofSeconds(1));
    town.say("tilt=3@1970-01-01T00:00:00Z");

    assertThat(flags()).containsExactly(Set.of(Flag.FUTURE), Set.of(Flag.ANCIENT));
    assertThat(town.memory.telemetry())
        .extracting(Telemetry::observedAt)
        .containsExactly(NOW, NOW.plusSeconds(1));
    assertThat(town.dispositions()).containsExactly("RAISED");
    assertThat(town.open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"9e9", "-5.1", "-1", "90.5"})
  void values_outside_a_valid_range_are_history_and_nothing_else(String tilt) {
    town.say("tilt=" + tilt);

    assertThat(flags()).containsExactly(Set.of(Flag.IMPOSSIBLE));
    assertThat(town.state(COVER).latest()).isEmpty();
    assertThat(town.memory.alarms()).isEmpty();
    assertThat(town.judge.seen()).isEmpty();
  }

  @Test
  void the_middle_of_nowhere_is_impossible() {
    town.say("place=0,0");

    assertThat(flags()).containsExactly(Set.of(Flag.IMPOSSIBLE));
  }

  @Test
  void a_position_far_from_where_the_device_is_registered_is_a_jump() {
    town.register(
        COVER, "manhole_cover", "text", Optional.of(new Value.Position(31.2304, 121.4737)));
    town.say("place=31.2305,121.4740");
    town.say("place=31.2384,121.4737;place=31.2384,121.4738");

    assertThat(flags())
        .containsExactly(Set.of(), Set.of(Flag.POSITION_JUMP), Set.of(Flag.POSITION_JUMP));
    assertThat(town.state(COVER).latest().get("place"))
        .extracting(latest -> latest.reading().value())
        .isEqualTo(new Value.Position(31.2305, 121.4740));
  }

  @Test
  void a_device_nobody_placed_may_have_been_moved_after_a_day() {
    town.say("place=31.2305,121.4740");
    town.pass(Duration.ofHours(23));
    town.say("place=31.2384,121.4737");
    town.pass(Duration.ofHours(2));
    town.say("place=31.2384,121.4737");

    assertThat(flags()).containsExactly(Set.of(), Set.of(Flag.POSITION_JUMP), Set.of());
  }

  @Test
  void a_metric_the_driver_never_announced_is_flagged() {
    town.say("surprise=3");

    assertThat(flags()).containsExactly(Set.of(Flag.UNDECLARED));
    assertThat(town.state(COVER).latest()).isEmpty();
  }

  @Test
  void a_retained_message_fills_the_state_and_raises_nothing() {
    town.take(retained(message(COVER, "tilt=30@2026-11-23T07:00:00Z", NOW)));

    assertThat(flags()).containsExactly(Set.of(Flag.RETAINED));
    assertThat(value(town.state(COVER), "tilt")).isEqualTo(30);
    assertThat(town.memory.alarms()).isEmpty();
    assertThat(town.state(COVER).lastSeenAt()).isEmpty();
  }

  @Test
  void a_retained_message_without_a_time_does_not_replace_what_is_known() {
    town.say("tilt=3");
    town.pass(Duration.ofSeconds(9));
    town.take(retained(message(COVER, "tilt=30", town.now())));

    assertThat(value(town.state(COVER), "tilt")).isEqualTo(3);
    assertThat(town.memory.alarms()).isEmpty();
  }

  @Test
  void a_retained_message_replayed_on_every_connect_is_stored_once() {
    town.take(retained(message(COVER, "tilt=30", NOW)));
    town.take(retained(message(COVER, "tilt=30", NOW.plusSeconds(5))));

    assertThat(town.memory.telemetry()).hasSize(1);
    assertThat(town.ingestion.status().duplicates()).isEqualTo(1);
  }

  @Test
  void a_redelivered_message_is_dropped() {
    town.say("tilt=30");
    town.take(redelivered(message(COVER, "tilt=30", NOW.plusSeconds(5))));

    assertThat(town.memory.telemetry()).hasSize(1);
    assertThat(town.dispositions()).containsExactly("RAISED");
    assertThat(town.state(COVER).revision()).isEqualTo(1);
    assertThat(town.ingestion.status().duplicates()).isEqualTo(1);
  }

  @Test
  void a_redelivered_message_that_was_not_stored_is_stored() {
    town.take(redelivered(message(COVER, "tilt=30", NOW)));

    assertThat(town.memory.telemetry()).hasSize(1);
  }

  @Test
  void an_alarm_that_was_delivered_but_never_stored_is_stored_though_its_bytes_are_known() {
    town.say("moved=true");
    town.say("moved=false");
    assertThat(town.open()).isEmpty();
    town.pass(Duration.ofDays(1));
    town.take(redelivered(message(COVER, "moved=true", town.now())));

    assertThat(town.memory.telemetry()).hasSize(3);
    assertThat(town.open()).containsExactly("MC-001 tilted");
  }

  @Test
  void the_same_bytes_without_a_time_are_news_each_time() {
    town.say("tilt=3");
    town.say("tilt=3");

    assertThat(town.memory.telemetry())
        .extracting(Telemetry::observedAt)
        .containsExactly(NOW, NOW.plusNanos(1000));
  }

  @Test
  void the_same_bytes_with_a_time_are_the_same_message() {
    town.take(
        message(COVER, "tilt=30@2026-11-23T07:59:00Z", NOW),
        message(COVER, "tilt=30@2026-11-23T07:59:00Z", NOW.plusSeconds(1)));

    assertThat(town.memory.telemetry()).hasSize(1);
    assertThat(town.memory.openAlerts().get(0).occurrences()).isEqualTo(1);
    assertThat(town.ingestion.status().duplicates()).isEqualTo(1);
  }

  @Test
  void a_duplicate_older_than_the_window_changes_nothing_either() {
    String first = "tilt=30@2026-11-23T07:00:00Z";
    town.say(first);
    for (int i = 10; i < 50; i++) {
      town.say("tilt=1@2026-11-23T07:00:" + i + "Z");
    }
    town.say(first);

    assertThat(town.memory.telemetry()).hasSize(41);
    assertThat(town.memory.alarms()).hasSize(1);
    assertThat(town.open()).isEmpty();
    assertThat(value(town.state(COVER), "tilt")).isEqualTo(1);
  }

  @Test
  void devices_do_not_mix() {
    town.take(message(COVER, "tilt=1", NOW), message(OTHER, "tilt=2", NOW));

    assertThat(value(town.state(COVER), "tilt")).isEqualTo(1);
    assertThat(value(town.state(OTHER), "tilt")).isEqualTo(2);
  }

  @Test
  void a_device_whose_clock_ran_ahead_is_heard_once_it_is_put_right() {
    town.say("tilt=30@2026-11-24T02:00:00Z");
    town.pass(Duration.ofMinutes(5));
    town.say("tilt=3@2026-11-23T08:05:00Z");

    assertThat(flags()).containsExactly(Set.of(), Set.of());
    assertThat(town.open()).isEmpty();
    assertThat(value(town.state(COVER), "tilt")).isEqualTo(3);
  }

  private List<Set<Flag>> flags() {
    return town.memory.telemetry().stream().map(Telemetry::flags).toList();
  }

  private static double value(DeviceState state, String metric) {
    Latest latest = state.latest().get(metric);
    if (latest == null || !(latest.reading().value() instanceof Value.Measure measure)) {
      throw new AssertionError("no measure of " + metric + " in " + state);
    }
    return measure.value();
  }
}
