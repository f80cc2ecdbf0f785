package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.InMemoryTransactions;

class RecurringTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private long nanos;
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTimerStore store = new InMemoryTimerStore(transactions, () -> nanos);
  private final List<String> done = new ArrayList<>();
  private Instant now = NOW;
  private final Recurring chores = new Recurring(transactions, store, () -> now);
  private final TimerWorkers workers = new TimerWorkers(transactions, store, () -> now);

  RecurringTest() {
    workers.register(Recurring.CHORE, chores);
  }

  @Test
  void a_chore_is_done_at_once_and_then_every_so_often() {
    chores.every(MINUTE, "sweep", () -> done.add("sweep"));
    workers.runDue();
    workers.runDue();
    assertThat(done).hasSize(1);

    now = now.plus(MINUTE);
    workers.runDue();
    assertThat(done).hasSize(2);
  }

  @Test
  void a_chore_is_done_soon_and_its_next_turn_counts_from_then() {
    chores.every(MINUTE, "sweep", () -> done.add("sweep"));
    workers.runDue();
    now = now.plusSeconds(30);
    chores.soon("sweep");
    workers.runDue();
    assertThat(done).hasSize(2);

    now = now.plusSeconds(30);
    workers.runDue();
    assertThat(done).hasSize(2);
    now = now.plusSeconds(30);
    workers.runDue();
    assertThat(done).hasSize(3);
  }

  @Test
  void a_chore_that_is_hurried_while_it_is_done_is_done_again_after_that() {
    TimerWorkers another = new TimerWorkers(transactions, store, () -> now);
    another.register(Recurring.CHORE, chores);
    chores.every(
        MINUTE,
        "sweep",
        () -> {
          done.add("begin");
          if (done.size() == 1) {
            chores.soon("sweep");
            another.runDue();
          }
          done.add("end");
        });
    workers.runDue();
    assertThat(done).containsExactly("begin", "end");

    workers.runDue();
    workers.runDue();
    assertThat(done).containsExactly("begin", "end", "begin", "end");
  }

  @Test
  void a_chore_is_not_hurried_beside_itself_when_its_lease_is_over() {
    chores.every(
        MINUTE,
        "sweep",
        () -> {
          done.add("begin");
          if (done.size() == 1) {
            nanos = Duration.ofHours(1).toNanos();
            chores.soon("sweep");
            workers.runDue();
          }
          done.add("end");
        });
    workers.runDue();
    assertThat(done).containsExactly("begin", "end");

    workers.runDue();
    assertThat(done).containsExactly("begin", "end", "begin", "end");
  }

  @Test
  void a_chore_that_fails_has_its_next_turn_however_often_it_failed() {
    chores.every(
        MINUTE,
        "sweep",
        () -> {
          done.add("sweep");
          throw new AssertionError("no");
        });
    for (int i = 0; i < 20; i++) {
      workers.runDue();
      now = now.plus(MINUTE);
    }

    assertThat(done).hasSize(20);
    assertThat(store.dead(9)).isEmpty();
  }

  @Test
  void a_chore_this_node_does_not_know_stays_for_those_who_do() {
    Recurring otherNode = new Recurring(transactions, store, () -> now);
    otherNode.every(MINUTE, "theirs", () -> done.add("theirs"));
    workers.runDue();
    assertThat(done).isEmpty();

    TimerWorkers otherWorkers = new TimerWorkers(transactions, store, () -> now);
    otherWorkers.register(Recurring.CHORE, otherNode);
    otherWorkers.hurry();
    otherWorkers.runDue();
    assertThat(done).containsExactly("theirs");
  }

  @Test
  void two_chores_have_two_names() {
    chores.every(MINUTE, "sweep", () -> {});

    assertThatThrownBy(() -> chores.every(MINUTE, "sweep", () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
