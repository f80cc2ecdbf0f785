package org.zhili.core.alert;

import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class InMemoryAlertDeskTest extends AlertDeskContract {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryIngestStore ingest = new InMemoryIngestStore();
  private final InMemoryAlertStore store = new InMemoryAlertStore(ingest, transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected AlertStore store() {
    return store;
  }

  @Override
  protected IngestStore ingest() {
    return ingest;
  }
}
