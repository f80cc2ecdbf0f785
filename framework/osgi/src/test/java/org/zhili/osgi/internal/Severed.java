package org.zhili.osgi.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;
import org.zhili.core.town.TownStores;

/** Stores that can be cut off, or busy with somebody else's writing. */
final class Severed implements Transactions {
  private final TownStores stores;
  private volatile boolean cut;
  private volatile boolean busy;
  private final AtomicInteger reads = new AtomicInteger();

  Severed(TownStores stores) {
    this.stores = stores;
  }

  void cut(boolean away) {
    cut = away;
  }

  /** Let whoever wants to write wait in vain. */
  void busy(boolean others) {
    busy = others;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (cut || busy) {
      throw new StoreUnavailable("cut off or busy", new IllegalStateException("a test"));
    }
    return stores.transactions().run(work);
  }

  /** How often somebody read so far. */
  int reads() {
    return reads.get();
  }

  @Override
  public <T> T read(Supplier<T> work) {
    reads.incrementAndGet();
    if (cut) {
      throw new StoreUnavailable("cut off", new IllegalStateException("a test"));
    }
    return stores.transactions().read(work);
  }

  @Override
  public void afterCommit(Runnable action) {
    stores.transactions().afterCommit(action);
  }

  TownStores asStores() {
    return new TownStores(
        this,
        stores.cases(),
        stores.types(),
        stores.traces(),
        stores.timers(),
        stores.reviews(),
        stores.orders(),
        stores.registers(),
        stores.credentials(),
        stores.scores(),
        stores.ingest(),
        stores.quarantine(),
        stores.inbox(),
        stores.isolations(),
        stores.alerts(),
        stores.audits(),
        stores.idempotency(),
        stores.attachments(),
        stores.editions());
  }
}
