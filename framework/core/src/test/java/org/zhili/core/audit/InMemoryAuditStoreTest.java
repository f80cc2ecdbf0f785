package org.zhili.core.audit;

import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryAuditStoreTest extends AuditStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryAuditStore store = new InMemoryAuditStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected AuditStore store() {
    return store;
  }

  @Override
  protected void put(AuditEntry entry) {
    store.put(entry);
  }

  @Override
  protected void remove(long number) {
    store.remove(number);
  }

  @Override
  protected void move(Head head) {
    store.move(head);
  }
}
