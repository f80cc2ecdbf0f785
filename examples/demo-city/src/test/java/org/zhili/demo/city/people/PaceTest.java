package org.zhili.demo.city.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhili.demo.city.town.TownClock;

class PaceTest {
  @Test
  void residents_call_every_few_minutes() {
    assertThat(at(30).betweenCalls()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
  }

  @Test
  void calls_can_be_followed_however_fast_the_clock_runs() {
    assertThat(at(3600).betweenCalls()).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void an_ordinary_case_is_closed_in_the_time_the_summary_counts_with() {
    Pace pace = at(30);
    assertThat(pace.fromReportToEnd()).isEqualTo(Duration.ofMinutes(60));
    for (int i = 0; i < 200; i++) {
      assertThat(pace.signing(1).plus(pace.handling(1)).plus(pace.verifying()))
          .isLessThanOrEqualTo(Duration.ofMinutes(30));
    }
  }

  private static Pace at(double speed) {
    return new Pace(
        new Random(1), new TownClock(speed, () -> 0, Instant.parse("2026-03-02T01:00:00Z")));
  }
}
