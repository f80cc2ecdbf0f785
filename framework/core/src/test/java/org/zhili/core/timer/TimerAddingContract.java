package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Together;

/** What a {@link TimerStore} promises to whoever adds, ensures and cancels timers. */
public abstract class TimerAddingContract extends TimerStoreFixture {
  @Test
  void a_timer_that_waits_is_not_added_again() {
    add("a");
    add(NewTimer.of("test", "a", NOW.minusSeconds(9)));
    add(NewTimer.of("other", "a", NOW));

    assertThat(claim(LONG, 9))
        .extracting(TimerClaim::kind, TimerClaim::key, TimerClaim::dueAt)
        .containsExactly(tuple("test", "a", NOW), tuple("other", "a", NOW));
  }

  @Test
  void a_timer_somebody_holds_does_not_wait_so_what_is_added_meanwhile_is_not_lost() {
    add("a");
    TimerClaim held = claimOne();
    add("a");
    add("a");

    assertThat(complete(held)).isTrue();
    assertThat(claimKeys()).containsExactly("a");
  }

  @Test
  void a_timer_that_is_ensured_is_there_once_whether_it_waits_or_is_being_done() {
    ensure("a");
    ensure("a");
    TimerClaim held = claimOne();
    ensure("a");
    assertThat(claimKeys()).isEmpty();

    complete(held);
    ensure("a");
    assertThat(claimKeys()).containsExactly("a");
  }

  @Test
  void a_timer_that_was_set_aside_is_ensured_anew() {
    ensure("a");
    bury(claimOne(), NOW);
    ensure("a");

    assertThat(claimKeys()).containsExactly("a");
    assertThat(store().dead(9)).hasSize(1);
  }

  @Test
  void a_timer_ensured_by_two_at_once_is_there_once() {
    Together.times(
        4,
        () -> {
          ensure("a");
          return true;
        });

    assertThat(claimKeys()).containsExactly("a");
  }

  private void ensure(String key) {
    transactions().run(() -> store().ensure(new NewTimer("test", key, "lane", NOW)));
  }

  @Test
  void a_timer_completed_and_added_again_in_one_transaction_waits() {
    add("a");
    TimerClaim held = claimOne();
    transactions()
        .run(
            () -> {
              store().complete(held);
              store().add(NewTimer.of("test", "a", NOW));
            });

    assertThat(claimKeys()).containsExactly("a");
  }

  @Test
  void a_timer_added_by_two_at_once_waits_once() {
    Together.times(
        4,
        () -> {
          add("a");
          return true;
        });

    assertThat(claimKeys()).containsExactly("a");
  }

  @Test
  void a_cancelled_timer_is_forgotten_and_another_is_not() {
    add(
        NewTimer.of("test", "a", NOW),
        NewTimer.of("test", "b", NOW),
        NewTimer.of("other", "a", NOW));
    transactions()
        .run(
            () -> {
              store().cancel("test", "a");
              store().cancel("test", "unknown");
            });

    assertThat(claim(LONG, 9))
        .extracting(claim -> claim.kind() + " " + claim.key())
        .containsExactly("test b", "other a");
  }

  @Test
  void what_somebody_holds_is_past_cancelling() {
    add("a");
    TimerClaim held = claimOne();
    transactions().run(() -> store().cancel("test", "a"));

    assertThat(complete(held)).isTrue();
  }

  @Test
  void what_a_dead_node_held_can_be_cancelled() {
    add("a");
    claim(Duration.ZERO, 1);
    transactions().run(() -> store().cancel("test", "a"));

    assertThat(claimKeys()).isEmpty();
  }
}
