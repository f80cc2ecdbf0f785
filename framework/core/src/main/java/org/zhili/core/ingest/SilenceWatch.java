package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.city.Device;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;

/**
 * Raises {@link DeviceState#OFFLINE} for devices that have fallen quiet; their next message clears
 * it. A device that never spoke is not missed. Thread-safe, and on several nodes at once harmless.
 */
public final class SilenceWatch {
  private static final int PAGE = 200;

  private final IngestStore store;
  private final Sources sources;
  private final StateEditor editor;

  SilenceWatch(IngestStore store, Sources sources, StateEditor editor) {
    this.store = store;
    this.sources = sources;
    this.editor = editor;
  }

  /**
   * Look at all devices; to be called every minute or so.
   *
   * @param now the town's time
   * @throws StoreUnavailable when the store is away; the next call makes up for it
   */
  public void check(Instant now) {
    for (Contribution.Silence silence : sources.judges().silences()) {
      check(silence, now);
    }
  }

  private void check(Contribution.Silence silence, Instant now) {
    Instant before = now.minus(silence.quiet());
    Optional<DeviceId> after = Optional.empty();
    for (; ; ) {
      List<DeviceId> quiet = store.quiet(silence.deviceTypes(), before, after, PAGE);
      List<Device> devices =
          quiet.stream()
              .flatMap(id -> sources.devices().find(id).stream())
              .filter(device -> watched(silence.deviceTypes(), device))
              .toList();
      if (!devices.isEmpty()) {
        editor.edit(devices, now, (draft, book) -> miss(draft, book, silence, now));
      }
      if (quiet.size() < PAGE) {
        return;
      }
      after = Optional.of(quiet.get(quiet.size() - 1));
    }
  }

  private static boolean watched(Set<String> types, Device device) {
    return types.contains(device.type());
  }

  private static void miss(
      DeviceDraft draft, AlarmBook book, Contribution.Silence silence, Instant now) {
    Optional<Instant> overdue = draft.lastSeenAt().map(seen -> seen.plus(silence.quiet()));
    ConditionTrack track = draft.track(DeviceState.OFFLINE);
    boolean known = track != null && (track.open().isPresent() || track.held().isPresent());
    if (known || overdue.isEmpty() || overdue.get().isAfter(now)) {
      return;
    }
    Judgment.Abnormal judgment =
        new Judgment.Abnormal(DeviceState.OFFLINE, silence.severity(), silence.why());
    Instant at = overdue.get();
    book.abnormal(
        draft, new Sighting(silence.id(), judgment, Optional.empty(), at, at, now, false));
    draft.touch();
  }
}
