package org.zhili.core.casework;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryCaseTrendsTest extends CaseTrendsContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CaseStore store = new InMemoryCaseStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected CaseStore store() {
    return store;
  }
}
