package org.zhili.core.ingest;

class InMemoryIngestStoreTest extends IngestStoreContract {
  private final InMemoryIngestStore store = new InMemoryIngestStore();

  @Override
  protected IngestStore store() {
    return store;
  }

  @Override
  protected QuarantineStore quarantine() {
    return store;
  }

  @Override
  protected StoredMessages stored() {
    return store;
  }
}
