package org.zhili.core.timer;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryTimerAddingTest extends TimerAddingContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final TimerStore store = new InMemoryTimerStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected TimerStore store() {
    return store;
  }
}
