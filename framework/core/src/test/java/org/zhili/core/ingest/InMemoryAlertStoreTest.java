package org.zhili.core.ingest;

import java.util.List;
import org.zhili.id.DeviceId;

class InMemoryAlertStoreTest extends AlertStoreContract {
  private final InMemoryIngestStore store = new InMemoryIngestStore();

  @Override
  protected IngestStore store() {
    return store;
  }

  @Override
  protected List<Telemetry> historyOf(DeviceId device) {
    return store.telemetry(device);
  }

  @Override
  protected List<Alarm> alarmsOf(DeviceId device) {
    return store.alarms(device);
  }

  @Override
  protected List<FollowUp> followUps() {
    return store.followUps();
  }
}
