package org.zhili.core.ingest;

class InMemoryAlertStoreTest extends AlertStoreContract {
  private final InMemoryIngestStore store = new InMemoryIngestStore();

  @Override
  protected IngestStore store() {
    return store;
  }

  @Override
  protected StoredMessages stored() {
    return store;
  }
}
