package org.zhili.core.city;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryCredentialStoreTest extends CredentialStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CredentialStore store = new InMemoryCredentialStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected CredentialStore store() {
    return store;
  }
}
