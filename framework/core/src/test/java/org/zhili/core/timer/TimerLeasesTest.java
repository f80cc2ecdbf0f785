package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Await;
import org.zhili.core.store.Transactions;

/** Who holds a timer, for how long, and who takes it over. */
class TimerLeasesTest extends TimerWorkersFixture {
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
  void what_outlives_the_close_keeps_its_lease_until_it_ends() {
    AtomicInteger renewals = new AtomicInteger();
    TimerLeases leases = new TimerLeases(new Counted(renewals), store, Duration.ofMillis(2));
    add("a");
    TimerClaim claim = store.claim(Set.of("test"), NOW, TimerLeases.LEASE, 1).get(0);
    leases.hold(claim);
    leases.start();
    leases.close();
    for (int i = 0; i < 3; i++) {
      elapse(TimerLeases.LEASE.minusSeconds(1));
      int seen = renewals.get();
      Await.until(() -> renewals.get() > seen + 1);
    }
    assertThat(otherNode().runDue()).isZero();

    leases.release(claim);
    Await.until(() -> !leases.isRenewing());
  }

  @Test
  void only_what_is_refused_twice_was_taken_over() {
    TimerLeases leases = new TimerLeases(transactions, store, TimerLeases.RENEWED);
    add("a");
    TimerClaim claim = store.claim(Set.of("test"), NOW, TimerLeases.LEASE, 1).get(0);
    leases.hold(claim);
    assertThat(leases.renew()).isEmpty();

    elapse(TimerLeases.LEASE.plusSeconds(1));
    otherNode().runDue();
    assertThat(leases.renew()).as("it may just have been done here").isEmpty();
    assertThat(leases.renew()).containsExactly(claim);

    leases.release(claim);
    assertThat(leases.renew()).isEmpty();
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
}
