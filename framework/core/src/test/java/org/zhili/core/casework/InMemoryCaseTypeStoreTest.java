package org.zhili.core.casework;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryCaseTypeStoreTest extends CaseTypeStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CaseTypeStore store = new InMemoryCaseTypeStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected CaseTypeStore store() {
    return store;
  }
}
