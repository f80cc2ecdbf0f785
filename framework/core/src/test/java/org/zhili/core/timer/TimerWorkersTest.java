package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Await;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;

/** What workers do with timers, on this thread, with both times in the test's hand. */
class TimerWorkersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final AtomicLong nanos = new AtomicLong();
  private final InMemoryTimerStore store = new InMemoryTimerStore(transactions, nanos::get);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Integer> attempts = new ArrayList<>();
  private Instant now = NOW;
  private final TimerWorkers workers = new TimerWorkers(transactions, store, () -> now);

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
              : TimerHandler.Effect.notYet(claim.key() + " is away");
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
  void a_lease_is_renewed_for_as_long_as_the_work_takes() {
    TimerWorkers otherNode = otherNode();
    workers.register(
        "test",
        claim -> {
          for (int i = 0; i < 9; i++) {
            elapse(Duration.ofSeconds(20));
            workers.renewLeases();
          }
          assertThat(otherNode.runDue()).isZero();
          return () -> done.add(claim.key());
        });
    add("a");
    workers.runDue();

    assertThat(done).containsExactly("a");
  }

  @Test
  void all_leases_are_renewed_in_one_transaction() {
    AtomicInteger begun = new AtomicInteger();
    TimerWorkers counted = new TimerWorkers(new Counted(begun), store, () -> now);
    counted.register(
        "test",
        claim -> {
          int before = begun.get();
          counted.renewLeases();
          return () -> done.add(claim.key() + " after " + (begun.get() - before));
        });
    add("a");
    add("b");
    counted.runDue();

    // the one it renewed in, and the one it is written in
    assertThat(done).containsExactly("a after 2", "b after 2");
  }

  /** Transactions that are counted. */
  private final class Counted implements Transactions {
    private final AtomicInteger begun;

    Counted(AtomicInteger begun) {
      this.begun = begun;
    }

    @Override
    public <T> T run(Supplier<T> work) {
      begun.incrementAndGet();
      return transactions.run(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return transactions.read(work);
    }

    @Override
    public void afterCommit(Runnable action) {
      transactions.afterCommit(action);
    }
  }

  @Test
  void a_node_does_not_take_over_from_itself_when_a_lease_could_not_be_renewed() {
    workers.register(
        "test",
        claim -> {
          elapse(Duration.ofSeconds(61));
          assertThat(workers.runDue()).isZero();
          return () -> done.add(claim.key());
        });
    add("a");
    workers.runDue();

    assertThat(done).containsExactly("a");
  }

  @Test
  void what_a_node_holds_that_is_not_heard_of_another_takes_over_and_the_late_effect_is_void() {
    TimerWorkers otherNode = otherNode();
    workers.register(
        "test",
        claim -> {
          elapse(Duration.ofSeconds(61));
          otherNode.runDue();
          return () -> done.add("late");
        });
    add("a");
    workers.runDue();

    assertThat(done).containsExactly("a by the other");
    assertThat(store.waiting(NOW)).isZero();
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

  @Test
  void a_worker_outlives_what_breaks_its_round() throws Exception {
    CountDownLatch broke = new CountDownLatch(1);
    CountDownLatch fired = new CountDownLatch(1);
    TimerWorkers broken =
        new TimerWorkers(
            transactions,
            store,
            () -> {
              if (broke.getCount() > 0) {
                broke.countDown();
                throw new InternalError("for once");
              }
              return now;
            });
    broken.register("test", claim -> fired::countDown);
    add("a");
    broken.start(1);

    await(fired);
    broken.close();
  }

  @Test
  void what_outlives_the_close_keeps_its_lease_until_it_ends() {
    AtomicLong renewals = new AtomicLong();
    TimerLeases leases =
        new TimerLeases(
            new Transactions() {
              @Override
              public <T> T run(Supplier<T> work) {
                renewals.incrementAndGet();
                return transactions.run(work);
              }

              @Override
              public <T> T read(Supplier<T> work) {
                return transactions.read(work);
              }

              @Override
              public void afterCommit(Runnable action) {
                transactions.afterCommit(action);
              }
            },
            store,
            Duration.ofMillis(2));
    add("a");
    TimerClaim claim = store.claim(Set.of("test"), NOW, TimerLeases.LEASE, 1).get(0);
    leases.hold(claim);
    leases.start();
    leases.close();
    for (int i = 0; i < 3; i++) {
      elapse(TimerLeases.LEASE.minusSeconds(1));
      long seen = renewals.get();
      Await.until(() -> renewals.get() > seen + 1);
    }
    assertThat(otherNode().runDue()).isZero();

    leases.release(claim);
    Await.until(() -> !leases.isRenewing());
  }

  @Test
  void who_is_interrupted_while_closing_waits_on_and_stays_interrupted() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<String> doneByThen = new CopyOnWriteArrayList<>();
    workers.register(
        "test",
        claim -> {
          began.countDown();
          await(end);
          return () -> done.add(claim.key());
        });
    add("a");
    workers.start(1);
    await(began);
    Thread closing =
        new Thread(
            () -> {
              workers.close();
              doneByThen.addAll(done);
              doneByThen.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not");
            });
    closing.start();
    Await.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    closing.interrupt();
    Await.until(() -> !closing.isAlive() || isWaitingAgain(closing));
    end.countDown();
    closing.join();

    assertThat(doneByThen).containsExactly("a", "interrupted");
  }

  private static boolean isWaitingAgain(Thread thread) {
    return !thread.isInterrupted() && thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void long_work_keeps_no_short_work_waiting() throws Exception {
    CountDownLatch shortDone = new CountDownLatch(1);
    CountDownLatch longBegan = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    workers.register("test", claim -> shortDone::countDown);
    for (String kind : List.of("long", "longer")) {
      workers.registerLong(
          kind,
          claim -> {
            longBegan.countDown();
            await(end);
            return TimerHandler.Effect.NOTHING;
          });
      transactions.run(() -> store.add(NewTimer.of(kind, "a", NOW)));
    }
    workers.start(1);
    await(longBegan);
    add("b");
    workers.kick();

    await(shortDone);
    end.countDown();
    workers.close();
  }

  @Test
  void what_a_closing_node_took_and_did_not_begin_others_take_at_once() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    workers.register(
        "test",
        claim -> {
          began.countDown();
          await(end);
          return () -> done.add(claim.key());
        });
    add("a");
    add("b");
    workers.start(1);
    await(began);
    Thread closing = new Thread(workers::close);
    closing.start();
    Await.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    end.countDown();
    closing.join();
    otherNode().runDue();

    assertThat(done).containsExactly("a", "b by the other");
  }

  private TimerWorkers otherNode() {
    TimerWorkers otherNode = new TimerWorkers(transactions, store, () -> now);
    otherNode.register("test", claim -> () -> done.add(claim.key() + " by the other"));
    return otherNode;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void add(String key) {
    transactions.run(() -> store.add(NewTimer.of("test", key, NOW)));
  }

  private void elapse(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
