package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;

/** What workers do with timers, on this thread. */
class TimerWorkersTest extends TimerWorkersFixture {
  private final List<Integer> attempts = new ArrayList<>();

  @Test
  void a_timer_is_done_once_and_its_effect_is_written_with_its_end() {
    workers.register("test", claim -> () -> note(claim, "next"));
    add("a");

    assertThat(workers.runDue()).isEqualTo(1);
    assertThat(done).containsExactly("a");
    assertThat(store.waiting(NOW)).isEqualTo(1);
    workers.runDue();
    assertThat(done).containsExactly("a", "next");
  }

  private void note(TimerClaim claim, String next) {
    done.add(claim.key());
    if (!claim.key().equals(next)) {
      store.add(NewTimer.of("test", next, NOW));
    }
  }

  @Test
  void a_timer_whose_effect_fails_is_not_done_and_leaves_nothing_behind() {
    workers.register(
        "test",
        claim ->
            () -> {
              store.add(NewTimer.of("other", "half", NOW));
              throw new IllegalStateException("no");
            });
    add("a");
    workers.runDue();

    assertThat(store.waiting(NOW)).isEqualTo(1);
    assertThat(store.dead(9)).isEmpty();
  }

  @Test
  void what_fails_is_tried_again_after_growing_pauses_and_then_set_aside() {
    workers.register("test", this::fail);
    add("a");
    Instant start = now;
    workers.runDue();
    for (int i = 1; i < TimerRound.ATTEMPTS; i++) {
      elapse(Duration.ofSeconds(60));
      workers.runDue();
    }

    assertThat(attempts).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(now).isEqualTo(start);
    assertThat(store.dead(9))
        .extracting(DeadTimer::key, DeadTimer::error)
        .containsExactly(tuple("a", "java.lang.LinkageError: no"));
  }

  @Test
  void a_pause_is_in_real_time_however_fast_the_town_plays() {
    workers.register("test", this::fail);
    add("a");
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      now = now.plus(Duration.ofDays(1));
    }

    assertThat(attempts).containsExactly(1);
  }

  private TimerHandler.Effect fail(TimerClaim claim) {
    attempts.add(claim.attempts());
    throw new LinkageError("no");
  }

  @Test
  void what_misses_a_plug_in_waits_for_it_and_no_try_counts() {
    List<String> present = new ArrayList<>();
    workers.register(
        "test",
        claim -> {
          attempts.add(claim.attempts());
          return present.contains(claim.key())
              ? () -> done.add(claim.key())
              : TimerHandler.Effect.notYet(Missing.Part.JOB, claim.key());
        });
    add("a");
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      elapse(Duration.ofMinutes(1));
    }
    assertThat(attempts).hasSize(20).containsOnly(1);

    workers.runDue();
    present.add("a");
    workers.runDue();
    assertThat(done).isEmpty();
    workers.hurry();
    workers.runDue();
    assertThat(done).containsExactly("a");
    assertThat(store.waiting(NOW)).isZero();
  }

  @Test
  void while_the_store_is_away_no_try_counts() {
    workers.register(
        "test",
        claim -> {
          attempts.add(claim.attempts());
          throw new StoreUnavailable("restarting", new IllegalStateException());
        });
    add("a");
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      elapse(Duration.ofSeconds(1));
    }

    assertThat(attempts).hasSize(20).containsOnly(1);
  }

  @Test
  void who_only_meets_conflicts_is_never_set_aside() {
    workers.register(
        "test",
        claim -> {
          throw new StoreConflict("somebody was faster");
        });
    add("a");
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      elapse(Duration.ofMinutes(2));
    }

    assertThat(store.dead(9)).isEmpty();
    assertThat(store.waiting(NOW)).isEqualTo(1);
  }

  @Test
  void a_timer_nobody_handles_here_waits() {
    workers.register("other", claim -> TimerHandler.Effect.NOTHING);
    add("a");
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      elapse(Duration.ofMinutes(2));
    }

    assertThat(store.dead(9)).isEmpty();
    assertThat(store.waiting(NOW)).isEqualTo(1);
  }

  @Test
  void long_work_is_taken_one_by_one_and_short_work_many_at_once() {
    TimerWorkers otherNode = otherNode();
    workers.registerLong(
        "test",
        claim -> {
          otherNode.runDue();
          return () -> done.add(claim.key());
        });
    add("a");
    add("b");
    workers.runDue();

    assertThat(done).containsExactly("b by the other", "a");
  }

  @Test
  void what_cannot_even_be_given_back_keeps_nobody_else_waiting() {
    workers.register(
        "test",
        claim -> {
          if (claim.key().equals("a")) {
            throw new IllegalStateException("no");
          }
          return () -> done.add(claim.key());
        });
    store.whenGivingBack(
        () -> {
          throw new StoreUnavailable("restarting", new IllegalStateException());
        });
    add("a");
    add("b");
    workers.runDue();
    assertThat(done).containsExactly("b");

    store.whenGivingBack(() -> {});
    elapse(Duration.ofSeconds(61));
    assertThat(workers.runDue()).isEqualTo(1);
  }

  @Test
  void an_error_is_a_failure_of_its_timer_and_of_no_other() {
    workers.register(
        "test",
        claim -> {
          if (claim.key().equals("a")) {
            throw new AssertionError("no");
          }
          return () -> done.add(claim.key());
        });
    add("a");
    add("b");
    for (int i = 0; i < TimerRound.ATTEMPTS; i++) {
      workers.runDue();
      elapse(Duration.ofSeconds(60));
    }

    assertThat(done).containsExactly("b");
    assertThat(store.dead(9))
        .extracting(DeadTimer::key, DeadTimer::error)
        .containsExactly(tuple("a", "java.lang.AssertionError: no"));
  }
}
