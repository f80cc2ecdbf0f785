package org.zhili.core.ingest;

import java.util.List;
import org.zhili.id.DeviceId;

class InMemoryQuarantineStoreTest extends QuarantineStoreContract {
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
  protected List<Telemetry> historyOf(DeviceId device) {
    return store.telemetry(device);
  }
}
