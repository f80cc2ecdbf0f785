package org.zhili.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockTest {
  private static final Instant START = Instant.parse("2025-01-26T01:00:00Z");

  private final AtomicLong nanoTime = new AtomicLong(-5_000_000_000L);

  @Test
  void the_system_clock_tells_the_systems_time() {
    Instant before = InstantSource.system().instant().minusMillis(1);
    Instant told = BusinessClock.system().instant();
    Instant after = InstantSource.system().instant().plusMillis(1);
    assertThat(told).isBetween(before, after);
    assertThat(BusinessClock.system().speed()).isEqualTo(1);
  }

  @Test
  void a_fast_clock_multiplies_elapsed_time() {
    BusinessClock clock = BusinessClock.from(START, 60, nanoTime::get);
    assertThat(clock.instant()).isEqualTo(START);
    pass(Duration.ofSeconds(90));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(90)));
  }

  @Test
  void a_slow_clock_does_too() {
    BusinessClock clock = BusinessClock.from(START, 0.5, nanoTime::get);
    pass(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(START.plusMillis(1500));
  }

  @Test
  void it_does_not_run_over_at_the_highest_speed() {
    BusinessClock clock = BusinessClock.from(START, 1_000_000, nanoTime::get);
    pass(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1_000_000)));
  }

  @Test
  void it_never_goes_back_while_it_runs() {
    BusinessClock clock = BusinessClock.from(START, 1234.567, nanoTime::get);
    Instant last = clock.instant();
    for (int i = 0; i < 10_000; i++) {
      nanoTime.addAndGet(i % 997);
      Instant now = clock.instant();
      assertThat(now).isAfterOrEqualTo(last);
      last = now;
    }
    assertThat(last).isAfter(START);
  }

  @Test
  void a_restarted_town_goes_on_from_the_last_instant_it_knows() {
    Instant known = START.plus(Duration.ofDays(3));
    assertThat(BusinessClock.from(START, 60, known).instant()).isAfterOrEqualTo(known);
    assertThat(BusinessClock.from(START, 60, START.minusSeconds(60)).instant())
        .isBetween(START, known);
  }

  @Test
  void instants_are_as_fine_as_databases_keep_them() {
    BusinessClock clock = BusinessClock.from(START, 1, nanoTime::get);
    nanoTime.addAndGet(1_234_567);
    assertThat(clock.instant()).isEqualTo(START.plusNanos(1_234_000));
    Instant system = BusinessClock.system().instant();
    assertThat(system).isEqualTo(system.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void whoever_waits_the_real_time_does_not_wake_early() {
    for (double speed : new double[] {0.3, 1, 7, 60, 86_400, 999_999.9}) {
      BusinessClock clock = BusinessClock.from(START, speed, nanoTime::get);
      Instant target = START.plus(Duration.ofHours(5)).plusNanos(123_000);
      Duration wait = clock.realTimeUntil(target);
      pass(wait);
      assertThat(clock.instant()).as("at speed %s", speed).isAfterOrEqualTo(target);
    }
  }

  @Test
  void business_time_takes_the_less_real_time_the_faster_the_clock() {
    BusinessClock clock = BusinessClock.from(START, 60, nanoTime::get);
    assertThat(clock.realTime(Duration.ofHours(1)))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(1).plusMillis(1));
    assertThat(BusinessClock.system().realTime(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_has_passed_need_not_be_waited_for() {
    BusinessClock clock = BusinessClock.from(START, 60, nanoTime::get);
    assertThat(clock.realTimeUntil(START)).isZero();
    assertThat(clock.realTimeUntil(START.minusSeconds(1))).isZero();
    assertThat(clock.realTime(Duration.ofSeconds(-1))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void a_clock_that_cannot_run_is_refused(double speed) {
    assertThatIllegalArgumentException().isThrownBy(() -> BusinessClock.from(START, speed));
  }

  private void pass(Duration duration) {
    nanoTime.addAndGet(duration.toNanos());
  }
}
