package org.zhili.core.city;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryRegisterChangesTest extends RegisterChangesContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final RegisterStore store = new InMemoryRegisterStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected RegisterStore store() {
    return store;
  }
}
