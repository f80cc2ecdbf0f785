package org.zhili.core.ingest;

import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.store.InMemoryTransactions;

class InMemoryQuarantineLeavingTest extends QuarantineLeavingContract {
  private final InMemoryRegisterStore registers =
      new InMemoryRegisterStore(new InMemoryTransactions());
  private final InMemoryIngestStore store = new InMemoryIngestStore(registers);

  @Override
  protected IngestStore store() {
    return store;
  }

  @Override
  protected QuarantineStore quarantine() {
    return store;
  }

  @Override
  protected RegisterStore registers() {
    return registers;
  }

  @Override
  protected StoredMessages stored() {
    return store;
  }
}
