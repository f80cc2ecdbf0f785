package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LockoutsTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
  private final Lockouts lockouts = new Lockouts(nanos::get);

  @Test
  void five_failures_are_free_and_then_each_lock_is_twice_as_long() {
    fail("olivia", 5);
    assertThat(attempt("olivia")).contains(Duration.ofSeconds(30));
    wait(Duration.ofSeconds(29));
    assertThat(attempt("olivia")).contains(Duration.ofSeconds(1));
    wait(Duration.ofSeconds(1));
    assertThat(attempt("olivia")).isEmpty();
    assertThat(attempt("olivia")).contains(Duration.ofSeconds(60));
  }

  @Test
  void no_lock_lasts_longer_than_a_quarter_of_an_hour() {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 40; i++) {
      Optional<Duration> pause = attempt("olivia");
      if (pause.isPresent()) {
        longest = pause.get().compareTo(longest) > 0 ? pause.get() : longest;
        wait(pause.get());
      }
    }
    assertThat(longest).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void trying_while_locked_does_not_make_the_lock_longer() {
    fail("olivia", 5);
    for (int i = 0; i < 100; i++) {
      assertThat(attempt("olivia")).isPresent();
    }
    wait(Duration.ofSeconds(30));
    assertThat(attempt("olivia")).isEmpty();
  }

  @Test
  void a_success_takes_back_the_failures_before_it() {
    fail("olivia", 4);
    assertThat(attempt("olivia")).isEmpty();
    lockouts.succeeded("olivia", "here");
    fail("olivia", 5);
    assertThat(attempt("olivia")).isPresent();
  }

  @Test
  void names_nobody_has_are_locked_like_all_others() {
    fail("nobody-has-this-name", 5);
    assertThat(attempt("nobody-has-this-name")).contains(Duration.ofSeconds(30));
  }

  @Test
  void a_name_is_the_same_in_any_case() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(i % 2 == 0 ? "Olivia" : "OLIVIA")).isEmpty();
    }
    assertThat(attempt("olivia")).isPresent();
  }

  @Test
  void an_address_that_tries_name_after_name_is_locked_too() {
    for (int i = 0; i < 20; i++) {
      assertThat(attempt("name-" + i)).isEmpty();
    }
    assertThat(attempt("name-20")).contains(Duration.ofSeconds(30));
    assertThat(lockouts.attempt("name-20", "elsewhere")).isEmpty();
  }

  @Test
  void one_good_account_does_not_clear_the_way_for_guesses_at_others() {
    int let = 0;
    for (int i = 0; i < 60; i++) {
      if (attempt("victim-" + i).isEmpty()) {
        let++;
      }
      if (attempt("mallory").isEmpty()) {
        lockouts.succeeded("mallory", "here");
      }
    }
    assertThat(let).isEqualTo(20);
  }

  @Test
  void an_office_is_not_locked_for_the_typing_errors_of_a_morning() {
    for (int minute = 0; minute < 240; minute++) {
      assertThat(attempt("colleague-" + minute)).isEmpty();
      lockouts.succeeded("colleague-" + minute, "here");
      if (minute % 6 == 0) {
        assertThat(attempt("typed-wrong-" + minute)).isEmpty();
      }
      wait(Duration.ofMinutes(1));
    }
  }

  @Test
  void who_has_logged_in_from_a_network_passes_when_it_is_locked() {
    assertThat(attempt("olivia")).isEmpty();
    lockouts.succeeded("olivia", "here");
    for (int i = 0; i < 20; i++) {
      assertThat(attempt("name-" + i)).isEmpty();
    }
    assertThat(attempt("ada")).as("never seen here").isPresent();
    assertThat(attempt("olivia")).isEmpty();
    lockouts.succeeded("olivia", "here");
    assertThat(attempt("ada")).as("nobody else comes in with her").isPresent();
    fail("olivia", 5);
    assertThat(attempt("olivia")).as("her own errors").contains(Duration.ofSeconds(30));
  }

  @Test
  void failures_fade_while_others_log_in() {
    fail("olivia", 4);
    for (int minute = 0; minute < 48; minute++) {
      assertThat(attempt("colleague-" + minute)).isEmpty();
      lockouts.succeeded("colleague-" + minute, "here");
      wait(Duration.ofMinutes(1));
    }
    fail("olivia", 5);
    assertThat(attempt("olivia")).contains(Duration.ofSeconds(30));
  }

  @Test
  void who_waits_out_every_lock_has_a_few_tries_an_hour_and_no_more() {
    int tries = 0;
    for (int second = 0; second < 24 * 3600; second++) {
      tries += attempt("olivia").isEmpty() ? 1 : 0;
      wait(Duration.ofSeconds(1));
    }
    assertThat(tries).isBetween(24 * 4, 24 * 5);
  }

  @Test
  void a_stranger_who_never_stops_guessing_locks_nobody_out_but_himself() {
    for (int second = 0; second < 7200; second++) {
      lockouts.attempt("admin", "stranger");
      wait(Duration.ofSeconds(1));
    }
    assertThat(lockouts.attempt("admin", "stranger")).isPresent();
    assertThat(lockouts.attempt("admin", "owner")).as("at once, for the first time").isEmpty();
  }

  @Test
  void while_somebody_in_her_own_network_guesses_for_days_she_comes_in_from_the_machine_itself() {
    assertThat(attempt("security")).isEmpty();
    lockouts.succeeded("security", "here");
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      attempt("security");
      attempt("name-" + minute);
      wait(Duration.ofMinutes(1));
    }
    Duration waiting = lockouts.attempt("security", "127.0.0.1").orElse(Duration.ZERO);
    assertThat(waiting).isLessThanOrEqualTo(Duration.ofMinutes(15));
    wait(waiting);
    assertThat(lockouts.attempt("security", "127.0.0.1")).isEmpty();
    lockouts.succeeded("security", "127.0.0.1");
    assertThat(lockouts.attempt("security", "127.0.0.1")).as("from then on at once").isEmpty();
  }

  @Test
  void a_name_that_is_guessed_at_from_everywhere_costs_every_new_network_a_quarter_of_an_hour() {
    besiege("olivia");
    assertThat(lockouts.attempt("olivia", "another stranger")).contains(Duration.ofMinutes(15));
    assertThat(lockouts.attempt("ada", "another stranger")).as("another name").isEmpty();
    wait(Duration.ofMinutes(15));
    assertThat(lockouts.attempt("olivia", "another stranger")).as("one try").isEmpty();
    assertThat(lockouts.attempt("olivia", "another stranger")).contains(Duration.ofMinutes(15));
  }

  @Test
  void however_long_a_siege_lasts_the_owner_is_in_after_a_quarter_of_an_hour() {
    besiege("olivia");
    assertThat(lockouts.attempt("olivia", "office")).contains(Duration.ofMinutes(15));
    for (int minute = 0; minute < 15; minute++) {
      for (int i = 0; i < 100; i++) {
        lockouts.attempt("olivia", "stranger " + minute + " " + i);
      }
      wait(Duration.ofMinutes(1));
    }
    assertThat(lockouts.attempt("olivia", "office")).isEmpty();
    lockouts.succeeded("olivia", "office");
    assertThat(lockouts.attempt("olivia", "office")).as("known from now on").isEmpty();
  }

  @Test
  void where_the_owner_has_logged_in_before_a_siege_is_not_felt() {
    assertThat(lockouts.attempt("olivia", "office")).isEmpty();
    lockouts.succeeded("olivia", "office");
    besiege("olivia");
    assertThat(lockouts.attempt("olivia", "office")).isEmpty();
  }

  @Test
  void a_siege_that_was_given_up_is_forgotten_after_an_hour() {
    besiege("olivia");
    wait(Duration.ofMinutes(61));
    assertThat(lockouts.attempt("olivia", "office")).isEmpty();
  }

  private void besiege(String name) {
    for (int i = 0; i < 100; i++) {
      assertThat(lockouts.attempt(name, "stranger " + i)).isEmpty();
    }
  }

  @Test
  void a_locked_address_cannot_make_others_be_forgotten() {
    for (int i = 0; i < 5; i++) {
      assertThat(lockouts.attempt("olivia", "elsewhere")).isEmpty();
    }
    for (int i = 0; i < 20_100; i++) {
      lockouts.attempt("invented-" + i, "here");
    }
    assertThat(lockouts.attempt("olivia", "elsewhere")).contains(Duration.ofSeconds(30));
  }

  @Test
  void an_hour_without_failures_is_a_new_beginning() {
    fail("olivia", 5);
    wait(Duration.ofMinutes(61));
    fail("olivia", 5);
    assertThat(attempt("olivia")).contains(Duration.ofSeconds(30));
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempt(name)).as("attempt %d", i + 1).isEmpty();
    }
  }

  private Optional<Duration> attempt(String name) {
    return lockouts.attempt(name, "here");
  }

  private void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
