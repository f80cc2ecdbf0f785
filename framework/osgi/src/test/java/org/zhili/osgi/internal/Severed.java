package org.zhili.osgi.internal;

import java.util.function.Supplier;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;
import org.zhili.core.town.TownStores;

/** Stores that can be cut off. */
final class Severed implements Transactions {
  private final TownStores stores;
  private volatile boolean cut;

  Severed(TownStores stores) {
    this.stores = stores;
  }

  void cut(boolean away) {
    cut = away;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (cut) {
      throw new StoreUnavailable("cut off", new IllegalStateException("a test"));
    }
    return stores.transactions().run(work);
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
        stores.alerts(),
        stores.idempotency());
  }
}
