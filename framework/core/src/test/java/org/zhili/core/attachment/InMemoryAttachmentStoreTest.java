package org.zhili.core.attachment;

import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryAttachmentStoreTest extends AttachmentStoreContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final AttachmentStore store = new InMemoryAttachmentStore(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected AttachmentStore store() {
    return store;
  }
}
