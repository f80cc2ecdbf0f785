package org.zhili.core.ingest;

import java.util.Map;
import java.util.Set;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;

/** A store that fails before or after doing what it was asked, as a test wants it to. */
final class FaultyIngestStore extends IngestStoreInFront {
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

  private volatile Fault fault = new Fault() {};

  FaultyIngestStore(IngestStore store) {
    super(store);
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
    return super.load(devices);
  }

  @Override
  public Outcome write(IngestBatch batch) {
    fault.before(batch);
    Outcome outcome = super.write(batch);
    fault.after(batch);
    return outcome;
  }

  @Override
  public void park(Quarantined message) {
    fault.parking(message);
    super.park(message);
  }
}
