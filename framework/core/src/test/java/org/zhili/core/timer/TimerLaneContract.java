package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link TimerStore} promises of lanes, and of timers that were set aside. */
public abstract class TimerLaneContract extends TimerStoreFixture {
  @Test
  void of_each_lane_one_is_done_at_a_time_in_the_order_they_were_written() {
    add(inLane("a1", "A"), inLane("a2", "A"), inLane("b1", "B"), inLane("free", ""));
    List<TimerClaim> first = claim(LONG, 9);
    assertThat(first).extracting(TimerClaim::key).containsExactly("a1", "b1", "free");
    assertThat(claimKeys()).isEmpty();

    complete(first.get(0));
    assertThat(claimKeys()).containsExactly("a2");
  }

  @Test
  void a_lane_waits_for_its_first_also_when_that_is_due_later() {
    add(new NewTimer("test", "a1", "A", NOW.plusSeconds(5)), inLane("a2", "A"));

    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void a_timer_given_back_keeps_its_place_in_the_lane() {
    add(inLane("a1", "A"), inLane("a2", "A"));
    giveBack(claimOne(), LONG);

    assertThat(claimKeys()).isEmpty();
    hurry();
    assertThat(claimKeys()).containsExactly("a1");
  }

  @Test
  void a_lane_goes_on_without_what_was_set_aside() {
    add(inLane("a1", "A"), inLane("a2", "A"));
    bury(claimOne(), NOW);

    assertThat(claimKeys()).containsExactly("a2");
  }

  @Test
  void what_was_set_aside_is_listed_latest_first_and_not_done() {
    add(NewTimer.of("test", "a", NOW.minusSeconds(2)), NewTimer.of("test", "b", NOW));
    TimerClaim a = claimOne();
    TimerClaim b = claimOne();
    bury(a, NOW);
    bury(b, NOW.plusSeconds(1));

    assertThat(claimKeys()).isEmpty();
    assertThat(waiting()).isZero();
    assertThat(complete(a)).isFalse();
    assertThat(store().dead(9))
        .containsExactly(
            new DeadTimer(b.id(), "test", "b", 1, "hopeless", NOW.plusSeconds(1)),
            new DeadTimer(a.id(), "test", "a", 1, "hopeless", NOW));
    assertThat(store().dead(1)).extracting(DeadTimer::key).containsExactly("b");
  }

  @Test
  void what_was_set_aside_does_not_keep_others_of_its_name_out() {
    add("a");
    bury(claimOne(), NOW);
    add("a");

    assertThat(claimKeys()).containsExactly("a");
    assertThat(store().dead(9)).hasSize(1);
  }

  @Test
  void a_revived_timer_begins_anew() {
    add("a");
    bury(claimOne(), NOW.minusSeconds(3));
    long id = store().dead(1).get(0).id();

    assertThat(transactions().run(() -> store().revive(id, NOW))).isTrue();
    assertThat(store().dead(9)).isEmpty();
    TimerClaim again = claimOne();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.dueAt()).isEqualTo(NOW);
    assertThat(complete(again)).isTrue();
  }

  @Test
  void only_the_dead_are_revived() {
    add("a");
    TimerClaim held = claimOne();

    assertThat(transactions().run(() -> store().revive(held.id(), NOW))).isFalse();
    assertThat(transactions().run(() -> store().revive(held.id() + 77, NOW))).isFalse();
    assertThat(claimKeys()).isEmpty();
  }

  @Test
  void a_revived_timer_gives_way_to_one_that_waits_already() {
    add("a");
    bury(claimOne(), NOW);
    add("a");

    assertThat(transactions().run(() -> store().revive(store().dead(1).get(0).id(), NOW))).isTrue();
    assertThat(store().dead(9)).isEmpty();
    assertThat(claimKeys()).containsExactly("a");
  }
}
