package org.zhili.core.store;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final IdempotencyStore store = new InMemoryIdempotencyStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected IdempotencyStore store() {
    return store;
  }
}
