package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link TimerStore} promises of single timers. */
public abstract class TimerStoreContract extends TimerStoreFixture {
  @Test
  void a_timer_is_claimed_when_it_is_due_and_not_before() {
    add(NewTimer.of("test", "due", NOW), NewTimer.of("test", "later", NOW.plusMillis(1)));

    TimerClaim claim = claimOne();
    assertThat(claim.kind()).isEqualTo("test");
    assertThat(claim.key()).isEqualTo("due");
    assertThat(claim.dueAt()).isEqualTo(NOW);
    assertThat(claim.attempts()).isEqualTo(1);
    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void the_oldest_come_first() {
    add(
        NewTimer.of("test", "b", NOW.minusSeconds(1)),
        NewTimer.of("test", "c", NOW),
        NewTimer.of("test", "a", NOW.minusSeconds(2)),
        NewTimer.of("test", "d", NOW));

    assertThat(claim(LONG, 3)).extracting(TimerClaim::key).containsExactly("a", "b", "c");
    assertThat(claimKeys()).containsExactly("d");
  }

  @Test
  void only_timers_of_the_wanted_kinds_are_claimed() {
    add(NewTimer.of("other", "a", NOW.minusSeconds(1)), NewTimer.of("test", "b", NOW));

    assertThat(transactions().run(() -> store().claim(Set.of("test"), NOW, LONG, 9)))
        .extracting(TimerClaim::key)
        .containsExactly("b");
    assertThat(transactions().run(() -> store().claim(Set.of("third"), NOW, LONG, 9))).isEmpty();
  }

  @Test
  void a_lease_that_is_renewed_goes_on() {
    add("a");
    TimerClaim claim = claim(Duration.ZERO, 1).get(0);

    assertThat(transactions().run(() -> store().renew(claim, LONG))).isTrue();
    assertThat(claimKeys()).isEmpty();
    assertThat(complete(claim)).isTrue();
  }

  @Test
  void only_the_latest_claim_is_renewed() {
    add("a", "b", "c");
    List<TimerClaim> first = claim(Duration.ZERO, 3);
    claim(LONG, 1);
    complete(first.get(1));
    giveBack(first.get(2), Duration.ZERO);

    for (TimerClaim claim : first) {
      assertThat(transactions().run(() -> store().renew(claim, LONG))).isFalse();
    }
    assertThat(claimKeys()).containsExactly("c");
  }

  @Test
  void what_is_held_is_not_claimed_again() {
    add("a");
    claimOne();

    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void what_is_to_be_passed_over_is_not_claimed_even_when_its_lease_has_ended() {
    add("a", "b");
    TimerClaim held = claim(Duration.ZERO, 1).get(0);

    assertThat(store().claim(KINDS, NOW, LONG, 9, Set.of(held.id())))
        .extracting(TimerClaim::key)
        .containsExactly("b");
    assertThat(complete(held)).isTrue();
  }

  @Test
  void what_is_completed_is_gone() {
    add("a");
    TimerClaim claim = claimOne();

    assertThat(complete(claim)).isTrue();
    assertThat(complete(claim)).isFalse();
    assertThat(claimKeys()).isEmpty();
    assertThat(store().dead(9)).isEmpty();
  }

  @Test
  void when_a_lease_ends_another_node_takes_over_and_only_that_one_may_complete() {
    add("a");
    TimerClaim first = claim(Duration.ZERO, 1).get(0);
    TimerClaim second = claimOne();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(complete(first)).isFalse();
    giveBack(first, Duration.ZERO);
    bury(first, NOW);
    assertThat(claimKeys()).isEmpty();
    assertThat(complete(second)).isTrue();
  }

  @Test
  void a_late_node_may_complete_what_nobody_took_over() {
    add("a");
    TimerClaim late = claim(Duration.ZERO, 1).get(0);

    assertThat(complete(late)).isTrue();
    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void a_timer_given_back_is_taken_again_after_a_pause_in_real_time() {
    add("a", "b");
    giveBack(claimOne(), LONG);
    giveBack(claimOne(), Duration.ZERO);

    List<TimerClaim> again =
        transactions().run(() -> store().claim(KINDS, NOW.plus(LONG), LONG, 9));
    assertThat(again)
        .extracting(TimerClaim::key, TimerClaim::attempts, TimerClaim::dueAt)
        .containsExactly(tuple("b", 2, NOW));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void a_timer_that_is_postponed_counts_as_not_tried() {
    add("a");
    transactions().run(() -> store().postpone(claimOne(), Duration.ZERO, "somebody is away"));

    assertThat(claimOne().attempts()).isEqualTo(1);
  }

  @Test
  void a_timer_that_waits_is_brought_forward_and_never_put_off() {
    add(
        NewTimer.of("test", "a", NOW.plusSeconds(9)),
        NewTimer.of("test", "b", NOW.minusSeconds(1)));
    transactions().run(() -> store().hasten("test", "a", NOW));
    transactions().run(() -> store().hasten("test", "b", NOW.plusSeconds(9)));
    transactions().run(() -> store().hasten("test", "none", NOW));

    assertThat(claim(LONG, 9)).extracting(TimerClaim::key).containsExactly("b", "a");
    transactions().run(() -> store().hasten("test", "a", NOW.minusSeconds(9)));
    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void what_timers_wait_for_is_told_until_they_are_tried_again() {
    add("a", "b", "c", "d");
    await(claimOne(), "urban.component");
    await(claimOne(), "urban.component");
    await(claimOne(), "other.case");
    giveBack(claimOne(), LONG);

    assertThat(store().missing(NOW, 9))
        .containsExactly(
            new Waiting(new Missing(Missing.Part.CASE_TYPE, "urban.component"), 2),
            new Waiting(new Missing(Missing.Part.CASE_TYPE, "other.case"), 1));
    assertThat(store().missing(NOW, 1)).hasSize(1);
    assertThat(store().missing(NOW.minusSeconds(1), 9)).isEmpty();

    hurry();
    List<TimerClaim> again = claim(LONG, 9);
    assertThat(again).extracting(TimerClaim::attempts).containsExactly(1, 1, 1, 2);
    assertThat(store().missing(NOW, 9)).isEmpty();
    giveBack(again.get(0), LONG);
    assertThat(store().missing(NOW, 9)).isEmpty();
  }

  private void await(TimerClaim claim, String type) {
    Missing missing = new Missing(Missing.Part.CASE_TYPE, type);
    transactions().run(() -> store().await(claim, LONG, missing));
  }

  @Test
  void all_that_was_given_back_is_taken_at_once_in_a_hurry() {
    add("a", "b", "c");
    giveBack(claimOne(), LONG);
    TimerClaim b = claimOne();
    transactions().run(() -> store().postpone(b, LONG, "somebody is away"));
    claimOne();
    hurry();

    assertThat(claimKeys()).containsExactly("a", "b");
  }

  @Test
  void whoever_gave_a_timer_back_holds_it_no_more() {
    add("a");
    TimerClaim claim = claimOne();
    giveBack(claim, LONG);

    assertThat(complete(claim)).isFalse();
    bury(claim, NOW);
    hurry();
    assertThat(claimKeys()).containsExactly("a");
  }

  @Test
  void a_timer_given_back_can_be_cancelled_at_once() {
    add("a");
    giveBack(claimOne(), LONG);
    transactions().run(() -> store().cancel("test", "a"));
    hurry();

    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void a_timer_given_back_gives_way_to_one_that_was_added_meanwhile() {
    add("a");
    TimerClaim held = claimOne();
    add("a");
    giveBack(held, Duration.ZERO);

    assertThat(claimKeys()).containsExactly("a");
    assertThat(complete(held)).isFalse();
  }

  @Test
  void what_is_due_and_held_by_nobody_waits() {
    add(
        NewTimer.of("test", "a", NOW),
        NewTimer.of("test", "b", NOW),
        NewTimer.of("test", "c", NOW.plusSeconds(1)));
    assertThat(waiting()).isEqualTo(2);

    claimOne();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void what_a_failed_transaction_did_to_timers_is_undone() {
    add("a");
    TimerClaim held = claimOne();

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().complete(held);
                          store().add(NewTimer.of("test", "b", NOW));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(claimKeys()).isEmpty();
    assertThat(complete(held)).isTrue();
  }

  @Test
  void a_long_error_is_kept_in_part() {
    add("a");
    TimerClaim held = claimOne();
    transactions().run(() -> store().bury(held, NOW, "why\u0000 " + "x".repeat(100_000)));

    assertThat(store().dead(1).get(0).error()).startsWith("why").contains("xxx");
  }
}
