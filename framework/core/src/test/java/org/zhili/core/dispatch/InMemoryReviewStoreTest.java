package org.zhili.core.dispatch;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryReviewStoreTest extends ReviewStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final ReviewStore store = new InMemoryReviewStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected ReviewStore store() {
    return store;
  }
}
