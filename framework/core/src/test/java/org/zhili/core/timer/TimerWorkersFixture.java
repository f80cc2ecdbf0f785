package org.zhili.core.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.core.store.InMemoryTransactions;

/** Workers and what they work on, with both times in the test's hand. */
abstract class TimerWorkersFixture {
  static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  final InMemoryTransactions transactions = new InMemoryTransactions();
  final AtomicLong nanos = new AtomicLong();
  final InMemoryTimerStore store = new InMemoryTimerStore(transactions, nanos::get);
  final List<String> done = new CopyOnWriteArrayList<>();
  Instant now = NOW;
  final TimerWorkers workers = new TimerWorkers(transactions, store, () -> now);

  TimerWorkers otherNode() {
    TimerWorkers otherNode = new TimerWorkers(transactions, store, () -> now);
    otherNode.register("test", claim -> () -> done.add(claim.key() + " by the other"));
    return otherNode;
  }

  void add(String key) {
    transactions.run(() -> store.add(NewTimer.of("test", key, NOW)));
  }

  void elapse(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
