package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TownClockTest {
  private static final Instant T = Instant.parse("2026-03-02T01:00:00Z");

  private final AtomicLong nanos = new AtomicLong(-5);
  private final TownClock clock = new TownClock(60, nanos::get, T);

  @Test
  void business_time_runs_at_its_speed() {
    nanos.addAndGet(2_000_000_000L);
    assertThat(clock.instant()).isEqualTo(T.plusSeconds(120));
  }

  @Test
  void a_hiccup_is_not_followed_but_a_leap_is() {
    nanos.addAndGet(1_000_000_000L);
    clock.told(T.plusSeconds(70));
    assertThat(clock.instant()).isEqualTo(T.plusSeconds(60));
    clock.told(T.plusSeconds(600));
    assertThat(clock.instant()).isEqualTo(T.plusSeconds(600));
  }
}
