package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;

/** A store that fails before or after doing what it was asked, as a test wants it to. */
final class FaultyIngestStore implements IngestStore {
  /** Told of every call; throws to make it fail. */
  interface Fault {
    /** Before anything is done. */
    default void before(IngestBatch batch) {}

    /** When it is done, but the caller does not know. */
    default void after(IngestBatch batch) {}

    /** Before a message is parked. */
    default void parking(Quarantined message) {}

    /** Before states are read. */
    default void loading() {}
  }

  private final IngestStore store;
  private volatile Fault fault = new Fault() {};

  FaultyIngestStore(IngestStore store) {
    this.store = store;
  }

  void fault(Fault next) {
    fault = next;
  }

  static StoreUnavailable unavailable() {
    return new StoreUnavailable("the store is away", new IllegalStateException());
  }

  @Override
  public Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    fault.loading();
    return store.load(devices);
  }

  @Override
  public Outcome write(IngestBatch batch) {
    fault.before(batch);
    Outcome outcome = store.write(batch);
    fault.after(batch);
    return outcome;
  }

  @Override
  public void park(Quarantined message) {
    fault.parking(message);
    store.park(message);
  }

  @Override
  public List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return store.quiet(deviceTypes, lastSeenBefore, after, limit);
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
