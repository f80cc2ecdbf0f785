package org.zhili.core.edition;

import org.zhili.core.store.InMemoryTransactions;

class InMemoryEditionStoreTest extends EditionStoreContract {
  private final InMemoryEditionStore store = new InMemoryEditionStore(new InMemoryTransactions());

  @Override
  protected EditionStore store() {
    return store;
  }
}
