package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

class TimePolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);

  @Test
  void a_device_is_believed_its_time_in_whole_microseconds() {
    Reading timed = timed(own(NOW.minusSeconds(60).plusNanos(1_234_567)), null);

    assertThat(timed.observedAt()).isEqualTo(NOW.minusSeconds(60).plusNanos(1_234_000));
    assertThat(timed.timeSource()).isEqualTo(TimeSource.DEVICE);
    assertThat(flags).isEmpty();
  }

  @Test
  void a_day_ahead_is_believed_and_more_is_not() {
    Instant ahead = NOW.plusSeconds(24 * 3600);
    assertThat(timed(own(ahead), null).observedAt()).isEqualTo(ahead);
    assertThat(flags).isEmpty();

    Reading timed = timed(own(ahead.plusSeconds(1)), null);
    assertThat(timed.observedAt()).isEqualTo(NOW);
    assertThat(timed.timeSource()).isEqualTo(TimeSource.RECEIVED);
    assertThat(flags).containsExactly(Flag.FUTURE);
  }

  @Test
  void the_year_9999_and_the_end_of_time_are_the_future() {
    assertThat(timed(own(Instant.parse("9999-12-31T23:59:59Z")), null).observedAt()).isEqualTo(NOW);
    assertThat(timed(own(Instant.MAX), null).observedAt()).isEqualTo(NOW);
    assertThat(flags).containsExactly(Flag.FUTURE);
  }

  @Test
  void thirty_days_back_is_believed_and_a_clock_that_was_reset_is_not() {
    Instant back = NOW.minus(Duration.ofDays(30));
    assertThat(timed(own(back), null).observedAt()).isEqualTo(back);
    assertThat(flags).isEmpty();

    Reading timed = timed(own(Instant.parse("2000-01-01T00:00:05Z")), null);
    assertThat(timed.observedAt()).isEqualTo(NOW);
    assertThat(timed.timeSource()).isEqualTo(TimeSource.RECEIVED);
    assertThat(flags).containsExactly(Flag.ANCIENT);
  }

  @Test
  void arrivals_in_one_instant_are_a_microsecond_apart() {
    Reading first = timed(received(), null);
    Reading second = timed(received(), new Latest(first, NOW));
    Reading third = timed(received(), new Latest(second, NOW));

    assertThat(first.observedAt()).isEqualTo(NOW);
    assertThat(second.observedAt()).isEqualTo(NOW.plusNanos(1000));
    assertThat(third.observedAt()).isEqualTo(NOW.plusNanos(2000));
    assertThat(TimePolicy.late(third, new Latest(second, NOW))).isFalse();
  }

  @Test
  void arrivals_stay_in_order_when_the_clock_is_set_back() {
    Instant before = NOW.plusSeconds(3600);
    Latest latest = new Latest(received(before), before);
    Reading timed = timed(received(), latest);

    assertThat(timed.observedAt()).isEqualTo(before.plusNanos(1000));
    assertThat(TimePolicy.late(timed, latest)).isFalse();
  }

  @Test
  void an_arrival_that_was_held_up_is_late() {
    Instant before = NOW.minusSeconds(1);
    Latest latest = new Latest(received(before), before);
    Reading timed = TimePolicy.timed(received(), before.minusSeconds(60), latest, NOW, flags);

    assertThat(timed.observedAt()).isEqualTo(before.minusSeconds(60));
    assertThat(TimePolicy.late(timed, latest)).isTrue();
  }

  @Test
  void older_than_the_latest_is_late_and_as_old_is_not() {
    Latest latest = new Latest(own(NOW.minusSeconds(60)), NOW);

    assertThat(TimePolicy.late(own(NOW.minusSeconds(61)), latest)).isTrue();
    assertThat(TimePolicy.late(own(NOW.minusSeconds(60)), latest)).isFalse();
    assertThat(TimePolicy.late(own(NOW.minusSeconds(60)), null)).isFalse();
  }

  @Test
  void a_clock_that_ran_ahead_makes_nothing_late_once_it_is_put_right() {
    Latest ahead = new Latest(own(NOW.plusSeconds(20 * 3600)), NOW.minusSeconds(60));

    assertThat(TimePolicy.late(own(NOW), ahead)).isFalse();
    assertThat(TimePolicy.late(own(NOW.minusSeconds(61)), ahead)).isTrue();
  }

  private Reading timed(Reading reading, @Nullable Latest latest) {
    return TimePolicy.timed(reading, NOW, latest, NOW, flags);
  }

  private static Reading own(Instant at) {
    return new Reading(new DeviceId("MC-001"), "tilt", new Value.Measure(1), at, TimeSource.DEVICE);
  }

  private static Reading received() {
    return received(NOW);
  }

  private static Reading received(Instant at) {
    return new Reading(
        new DeviceId("MC-001"), "tilt", new Value.Measure(1), at, TimeSource.RECEIVED);
  }
}
