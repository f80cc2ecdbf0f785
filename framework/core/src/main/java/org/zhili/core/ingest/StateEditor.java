package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zhili.city.Device;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;

/** Changes states of devices because of time rather than of a message. Thread-safe. */
final class StateEditor {
  private static final int TRIES = 5;

  private final States states;
  private final Sources sources;
  private final Supplier<UUID> ids;
  private final Consumer<IngestBatch> committed;

  StateEditor(States states, Sources sources, Supplier<UUID> ids, Consumer<IngestBatch> committed) {
    this.states = states;
    this.sources = sources;
    this.ids = ids;
    this.committed = committed;
  }

  /** A change of one device; it touches the draft when there is something to write. */
  @FunctionalInterface
  interface Edit {
    void apply(DeviceDraft draft, AlarmBook book);
  }

  /** Apply the change to each device, in one transaction; when others are faster, again. */
  void edit(List<Device> devices, Instant now, Edit edit) {
    Set<DeviceId> names = new HashSet<>();
    devices.forEach(device -> names.add(device.id()));
    for (int tries = 0; tries < TRIES; tries++) {
      IngestBatch batch = batch(devices, states.of(names), now, edit);
      if (batch.states().isEmpty()) {
        return;
      }
      if (states.write(batch) instanceof Outcome.Written) {
        committed.accept(batch);
        return;
      }
    }
    throw new StoreUnavailable(
        "other writers were faster " + TRIES + " times in a row", new IllegalStateException());
  }

  private IngestBatch batch(
      List<Device> devices, Map<DeviceId, DeviceState> before, Instant now, Edit edit) {
    AlarmBook book = new AlarmBook(sources.rules().get(), sources.judges(), ids, now);
    List<DeviceState> after = new ArrayList<>();
    for (Device device : devices) {
      DeviceDraft draft =
          new DeviceDraft(
              device, device.asset().flatMap(sources.devices()::asset), before.get(device.id()));
      edit.apply(draft, book);
      if (draft.touched()) {
        after.add(draft.finish());
      }
    }
    after.sort((one, other) -> one.device().compareTo(other.device()));
    return new IngestBatch(
        ids.get(),
        after,
        List.of(),
        book.raised(),
        book.updates(),
        book.alarms(),
        Set.of(),
        List.of(),
        book.followUps());
  }
}
