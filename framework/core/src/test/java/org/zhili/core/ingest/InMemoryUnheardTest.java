package org.zhili.core.ingest;

import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.store.InMemoryTransactions;

class InMemoryUnheardTest extends UnheardContract {
  private final RegisterStore registers = new InMemoryRegisterStore(new InMemoryTransactions());
  private final InMemoryIngestStore store = new InMemoryIngestStore(registers);

  @Override
  protected IngestStore store() {
    return store;
  }

  @Override
  protected RegisterStore registers() {
    return registers;
  }
}
