package org.zhili.core.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Asset;
import org.zhili.city.Device;

/** A device's state while a batch works on it; nobody else sees it. For one thread. */
final class DeviceDraft {
  private final Device device;
  private final Optional<Asset> asset;
  private final DeviceState before;
  private final Map<String, Latest> latest;
  private final Map<String, Latest> doubted = new HashMap<>();
  private final Map<String, ConditionTrack> tracks;
  private Optional<Instant> lastSeenAt;
  private RecentHashes recent;
  private boolean touched;

  DeviceDraft(Device device, Optional<Asset> asset, @Nullable DeviceState before) {
    this.device = device;
    this.asset = asset;
    this.before = before == null ? DeviceState.unheard(device.id(), device.type()) : before;
    latest = new HashMap<>(this.before.latest());
    tracks = new HashMap<>(this.before.tracks());
    lastSeenAt = this.before.lastSeenAt();
    recent = this.before.recent();
  }

  Device device() {
    return device;
  }

  Optional<Asset> asset() {
    return asset;
  }

  @Nullable Latest latest(String metric) {
    return latest.get(metric);
  }

  /** Have the state written. */
  void touch() {
    touched = true;
  }

  boolean touched() {
    return touched;
  }

  void believe(Latest reading) {
    latest.put(reading.reading().metric(), reading);
    doubted.remove(reading.reading().metric());
  }

  /** Take note of a reading that does not become the latest. */
  void doubt(Latest reading) {
    doubted.put(reading.reading().metric(), reading);
  }

  /** The reading of the metric that came last in this batch, or is the latest from before. */
  @Nullable Latest last(String metric) {
    Latest last = doubted.get(metric);
    return last != null ? last : latest.get(metric);
  }

  @Nullable ConditionTrack track(String condition) {
    return tracks.get(condition);
  }

  Map<String, ConditionTrack> tracks() {
    return tracks;
  }

  void keep(ConditionTrack track) {
    tracks.put(track.condition(), track);
  }

  Optional<Instant> lastSeenAt() {
    return lastSeenAt;
  }

  void spoke(Instant at) {
    if (lastSeenAt.isEmpty() || lastSeenAt.get().isBefore(at)) {
      lastSeenAt = Optional.of(at);
    }
  }

  RecentHashes recent() {
    return recent;
  }

  void remember(long hash) {
    recent = recent.plus(hash);
  }

  /** The state to be written over the one this draft began with. */
  DeviceState finish() {
    return new DeviceState(
        device.id(), device.type(), before.revision() + 1, lastSeenAt, latest, tracks, recent);
  }
}
