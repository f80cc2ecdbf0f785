package org.zhili.core.inbox;

import org.zhili.core.city.RegisterStore;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.store.Transactions;
import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.TownStores;

class InMemoryInboxStoreTest extends InboxStoreContract {
  private final TownStores stores = InMemoryStores.fresh();

  @Override
  protected Transactions transactions() {
    return stores.transactions();
  }

  @Override
  protected InboxStore inbox() {
    return stores.inbox();
  }

  @Override
  protected IngestStore ingest() {
    return stores.ingest();
  }

  @Override
  protected RegisterStore registers() {
    return stores.registers();
  }
}
