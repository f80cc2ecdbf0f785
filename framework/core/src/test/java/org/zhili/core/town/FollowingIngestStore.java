package org.zhili.core.town;

import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.ingest.IngestBatch;
import org.zhili.core.ingest.IngestStoreInFront;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerStore;

/** The ingestion fake with its follow-ups in the timer table, as a database has them. */
final class FollowingIngestStore extends IngestStoreInFront {
  private final InMemoryIngestStore store;
  private final Transactions transactions;
  private final TimerStore timers;
  private volatile Runnable before = () -> {};

  FollowingIngestStore(InMemoryIngestStore store, Transactions transactions, TimerStore timers) {
    super(store);
    this.store = store;
    this.transactions = transactions;
    this.timers = timers;
  }

  /** Do this before anything is written or parked. */
  void fail(Runnable trouble) {
    before = trouble;
  }

  @Override
  public void park(Quarantined message) {
    before.run();
    super.park(message);
  }

  @Override
  public synchronized Outcome write(IngestBatch batch) {
    before.run();
    Outcome outcome = super.write(batch);
    store
        .takeFollowUps()
        .forEach(
            f ->
                transactions.run(
                    () -> timers.add(new NewTimer(f.kind(), f.key(), f.lane(), f.dueAt()))));
    return outcome;
  }
}
