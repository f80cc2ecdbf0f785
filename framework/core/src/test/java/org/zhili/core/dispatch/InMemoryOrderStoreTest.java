package org.zhili.core.dispatch;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryOrderStoreTest extends OrderStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final OrderStore store = new InMemoryOrderStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected OrderStore store() {
    return store;
  }
}
