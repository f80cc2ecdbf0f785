package org.zhili.core.trace;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryTraceGrowthTest extends TraceGrowthContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final TraceStore store = new InMemoryTraceStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected TraceStore store() {
    return store;
  }
}
