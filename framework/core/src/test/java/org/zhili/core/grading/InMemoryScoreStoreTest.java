package org.zhili.core.grading;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryScoreStoreTest extends ScoreStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final ScoreStore store = new InMemoryScoreStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected ScoreStore store() {
    return store;
  }
}
