package org.zhili.resources.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.RemoteNetwork;

class LookupLimitsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final LookupLimits limits = new LookupLimits(600, nanos::get);

  @Test
  void tokens_are_spent_and_earned_again() {
    TokenBuckets buckets = new TokenBuckets(2, Duration.ofSeconds(10), 100, nanos::get);
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(10));
    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(6));
    assertThat(buckets.take("b")).as("each key has its own").isEmpty();
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void no_more_are_earned_than_fit() {
    TokenBuckets buckets = new TokenBuckets(2, Duration.ofSeconds(10), 100, nanos::get);
    assertThat(buckets.take("a")).isEmpty();
    nanos.addAndGet(Duration.ofDays(365).toNanos());
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void the_keys_not_seen_for_longest_are_forgotten() {
    TokenBuckets buckets = new TokenBuckets(1, Duration.ofDays(1), 2, nanos::get);
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("b")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
    assertThat(buckets.take("c")).isEmpty();
    assertThat(buckets.take("a")).as("seen lately, so remembered").isPresent();
    assertThat(buckets.take("b")).as("forgotten").isEmpty();
  }

  @Test
  void a_refusal_says_how_many_seconds_to_wait() {
    for (int i = 0; i < 20; i++) {
      limits.pass("code", "203.0.113." + i);
    }
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> limits.pass("code", "203.0.113.99"));
    assertThat(Objects.requireNonNull(refused).getResponse().getHeaderString("Retry-After"))
        .isEqualTo("2");
  }

  @Test
  void whoever_shares_an_address_waits_a_minute_at_most() {
    for (int i = 0; i < 10; i++) {
      limits.report("203.0.113.7");
    }
    assertThat(pause("203.0.113.7")).isEqualTo("60");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    limits.report("203.0.113.7");
  }

  @Test
  void a_site_of_ipv6_has_no_more_reports_and_searches_for_all_its_networks() {
    for (int i = 0; i < 40; i++) {
      limits.report("2001:db8:1:" + i + "::1");
    }
    assertThat(pause("2001:db8:1:ff::1")).isEqualTo("15");
    limits.report("2001:db8:2::1");
    for (int i = 0; i < 120; i++) {
      limits.search("2001:db8:1:" + i + "::1");
    }
    refused(429, "ZL-3016", () -> limits.search("2001:db8:1:fff::1"));
  }

  @Test
  void once_the_town_is_full_only_those_wait_who_have_just_reported() {
    flood(100);
    limits.report("198.51.100.7");
    for (int i = 0; i < 20; i++) {
      assertThat(pause("198.51.100.7")).isEqualTo("6");
    }
    for (int i = 8; i < 200; i++) {
      limits.report("198.51.100." + i);
    }
    for (int i = 0; i < 10; i++) {
      nanos.addAndGet(Duration.ofSeconds(6).toNanos());
      limits.report("198.51.100.7");
    }
  }

  @Test
  void a_site_that_sends_from_all_of_its_networks_waits_with_them() {
    flood(100);
    limits.report("2001:db8:1:1::1");
    assertThat(pause("2001:db8:1:2::1")).isEqualTo("6");
    limits.report("2001:db8:2:1::1");
  }

  @Test
  void a_larger_town_takes_more() {
    LookupLimits larger = new LookupLimits(1200, nanos::get);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 10; j++) {
        larger.report("203.0.113." + i);
      }
    }
    larger.report("198.51.100.7");
    refused(429, "ZL-3039", () -> larger.report("198.51.100.7"));
  }

  /** So many reports, ten of each address. */
  private void flood(int reports) {
    for (int i = 0; i < reports; i++) {
      limits.report("203.0.113." + i / 10);
    }
  }

  @Test
  void what_an_address_is_refused_costs_the_town_nothing() {
    for (int i = 0; i < 10; i++) {
      limits.report("203.0.113.7");
    }
    for (int i = 0; i < 100; i++) {
      assertThat(pause("203.0.113.7")).isEqualTo("60");
    }
    for (int i = 0; i < 90; i++) {
      limits.report("198.51.100." + i);
    }
  }

  @Test
  void neighbours_in_one_network_of_ipv6_count_as_one() {
    assertThat(RemoteNetwork.of("2001:db8:1:2::1"))
        .isEqualTo(RemoteNetwork.of("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(RemoteNetwork.of("2001:db8:1:3::1"));
    assertThat(RemoteNetwork.of("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(RemoteNetwork.of("attacker.example")).isEqualTo("unknown");
    assertThat(RemoteNetwork.of("dead.beef")).as("no name is looked up").isEqualTo("unknown");
    assertThat(RemoteNetwork.of(null)).isEqualTo("unknown");
  }

  /** The seconds a report that is refused is to wait. */
  private String pause(String address) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> limits.report(address));
    return Objects.requireNonNull(refused).getResponse().getHeaderString("Retry-After");
  }
}
