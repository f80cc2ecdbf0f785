package org.zhili.core.store;

import java.util.Set;

class InMemoryTransactionsTest extends TransactionsContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTable<String, Boolean> rows = new InMemoryTable<>(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void write(String key) {
    rows.put(key, true);
  }

  @Override
  protected Set<String> written() {
    return rows.read(all -> Set.copyOf(all.keySet()));
  }
}
