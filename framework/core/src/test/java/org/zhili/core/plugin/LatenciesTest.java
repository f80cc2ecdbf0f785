package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void without_questions_there_is_nothing_to_tell() {
    assertThat(latencies.percentile(0.99)).isZero();
  }

  @Test
  void percentiles_are_never_too_low_and_at_most_an_eighth_too_high() {
    LongStream.rangeClosed(1, 100_000).forEach(latencies::took);
    for (double share : new double[] {0.5, 0.95, 0.99, 1}) {
      long exact = Math.round(100_000 * share);
      assertThat(latencies.percentile(share).toNanos()).isBetween(exact, exact + exact / 8);
    }
  }

  @Test
  void one_slow_question_in_a_hundred_shows_only_at_the_top() {
    for (int i = 0; i < 99; i++) {
      latencies.took(1000);
    }
    latencies.took(Duration.ofMinutes(10).toNanos());
    assertThat(latencies.percentile(0.99)).isLessThan(Duration.ofNanos(1200));
    assertThat(latencies.percentile(1)).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void the_shortest_and_the_longest_there_can_be_have_their_place() {
    latencies.took(-1);
    assertThat(latencies.percentile(1)).isZero();
    latencies.took(Long.MAX_VALUE);
    assertThat(latencies.percentile(1).toNanos()).isEqualTo(Long.MAX_VALUE);
  }
}
