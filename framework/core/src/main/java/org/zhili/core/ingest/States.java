package org.zhili.core.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.id.DeviceId;

/**
 * The states of devices as this node last saw them, before the store. Memory is only a cache: a
 * state that another node changed since is found out when it is written.
 *
 * <p>A batch may be made while the one before it is still being written, from the states that one
 * will leave behind. Such states are only assumed: whoever writes something else in their stead
 * says so first with {@link #doubt}, and what was made from them {@link #hold no longer holds}. The
 * revision alone would not tell, as both have the same. Thread-safe.
 */
final class States {
  private final IngestStore store;
  private final int capacity;
  private final Map<DeviceId, DeviceState> cached = new LinkedHashMap<>(1024, 0.75f, true);
  private final Map<DeviceId, DeviceState> assumed = new HashMap<>();
  private long doubts;

  States(IngestStore store, int capacity) {
    this.store = store;
    this.capacity = capacity;
  }

  /**
   * States, some of them perhaps assumed.
   *
   * @param doubts how often states had been doubted by then
   */
  record Forecast(long doubts, Map<DeviceId, DeviceState> states) {}

  /** The states of those devices that have one. */
  Map<DeviceId, DeviceState> of(Set<DeviceId> devices) {
    Map<DeviceId, DeviceState> found = new HashMap<>(devices.size() * 2);
    Set<DeviceId> missing = new HashSet<>();
    synchronized (cached) {
      find(devices, Map.of(), found, missing);
    }
    return complete(found, missing);
  }

  /** The states of those devices that will have one when all that is assumed is stored. */
  Forecast forecast(Set<DeviceId> devices) {
    Map<DeviceId, DeviceState> found = new HashMap<>(devices.size() * 2);
    Set<DeviceId> missing = new HashSet<>();
    long before;
    synchronized (cached) {
      before = doubts;
      find(devices, assumed, found, missing);
    }
    return new Forecast(before, complete(found, missing));
  }

  private void find(
      Set<DeviceId> devices,
      Map<DeviceId, DeviceState> first,
      Map<DeviceId, DeviceState> found,
      Set<DeviceId> missing) {
    for (DeviceId device : devices) {
      DeviceState state = first.get(device);
      if (state == null) {
        state = cached.get(device);
      }
      if (state == null) {
        missing.add(device);
      } else {
        found.put(device, state);
      }
    }
  }

  private Map<DeviceId, DeviceState> complete(
      Map<DeviceId, DeviceState> found, Set<DeviceId> missing) {
    if (!missing.isEmpty()) {
      found.putAll(store.load(missing));
    }
    return found;
  }

  /** Assume that states made from a forecast will be written. */
  void assume(Forecast forecast, List<DeviceState> states) {
    synchronized (cached) {
      if (forecast.doubts() == doubts) {
        states.forEach(state -> assumed.put(state.device(), state));
      }
    }
  }

  /** Whether what was assumed for a forecast was or will be written. */
  boolean hold(Forecast forecast) {
    synchronized (cached) {
      return forecast.doubts() == doubts;
    }
  }

  /** Something else is written than was assumed. */
  void doubt() {
    synchronized (cached) {
      doubts++;
      assumed.clear();
    }
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
    DeviceState expected = assumed.get(state.device());
    if (expected != null && expected.revision() <= state.revision()) {
      assumed.remove(state.device());
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
