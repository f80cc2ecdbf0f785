package org.zhili.core.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.id.DeviceId;

/**
 * The states of devices as this node last saw them, before the store. Memory is only a cache: a
 * state that another node changed since is found out when it is written. Thread-safe.
 */
final class States {
  private final IngestStore store;
  private final int capacity;
  private final Map<DeviceId, DeviceState> cached = new LinkedHashMap<>(1024, 0.75f, true);

  States(IngestStore store, int capacity) {
    this.store = store;
    this.capacity = capacity;
  }

  /** The states of those devices that have one. */
  Map<DeviceId, DeviceState> of(Set<DeviceId> devices) {
    Map<DeviceId, DeviceState> found = new HashMap<>(devices.size() * 2);
    Set<DeviceId> missing = new HashSet<>();
    synchronized (cached) {
      for (DeviceId device : devices) {
        DeviceState state = cached.get(device);
        if (state == null) {
          missing.add(device);
        } else {
          found.put(device, state);
        }
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(store.load(missing));
    }
    return found;
  }

  /** Write a batch, and publish its states once they are stored. */
  Outcome write(IngestBatch batch) {
    Outcome outcome = store.write(batch);
    synchronized (cached) {
      if (outcome instanceof Outcome.Conflict conflict) {
        cached.keySet().removeAll(conflict.devices());
      } else {
        batch.states().forEach(this::publish);
        trim();
      }
    }
    return outcome;
  }

  private void publish(DeviceState state) {
    DeviceState known = cached.get(state.device());
    if (known == null || known.revision() < state.revision()) {
      cached.put(state.device(), state);
    }
  }

  private void trim() {
    Iterator<DeviceId> oldest = cached.keySet().iterator();
    for (int excess = cached.size() - capacity; excess > 0; excess--) {
      oldest.next();
      oldest.remove();
    }
  }

  int size() {
    synchronized (cached) {
      return cached.size();
    }
  }
}
