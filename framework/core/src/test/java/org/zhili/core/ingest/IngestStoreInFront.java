package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.id.DeviceId;

/** A store that hands everything on to another one, for fakes that change one thing. */
public abstract class IngestStoreInFront implements IngestStore {
  private final IngestStore store;

  protected IngestStoreInFront(IngestStore store) {
    this.store = store;
  }

  @Override
  public Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    return store.load(devices);
  }

  @Override
  public Outcome write(IngestBatch batch) {
    return store.write(batch);
  }

  @Override
  public void park(Quarantined message) {
    store.park(message);
  }

  @Override
  public List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return store.quiet(deviceTypes, lastSeenBefore, after, limit);
  }

  @Override
  public List<DeviceId> unheard(Set<String> deviceTypes, Optional<DeviceId> after, int limit) {
    return store.unheard(deviceTypes, after, limit);
  }

  @Override
  public Optional<Alert> alert(UUID id) {
    return store.alert(id);
  }

  @Override
  public List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit) {
    return store.alarms(device, after, limit);
  }

  @Override
  public int forgetReadings(Instant receivedBefore, int limit) {
    return store.forgetReadings(receivedBefore, limit);
  }

  @Override
  public int forgetAlarms(Instant receivedBefore, int limit) {
    return store.forgetAlarms(receivedBefore, limit);
  }
}
