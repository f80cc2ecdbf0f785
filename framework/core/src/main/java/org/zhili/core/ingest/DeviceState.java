package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.zhili.id.DeviceId;

/**
 * All the town knows of a device from its messages.
 *
 * @param type the device's type when it last spoke
 * @param revision counts the writes of this state; 0 is a device that never spoke
 * @param lastSeenAt when it last spoke; a retained message is not speech
 * @param latest the newest believed reading of each metric
 * @param tracks what is remembered of each condition
 */
public record DeviceState(
    DeviceId device,
    String type,
    long revision,
    Optional<Instant> lastSeenAt,
    Map<String, Latest> latest,
    Map<String, ConditionTrack> tracks,
    RecentHashes recent) {
  /** The condition of a device that fell quiet. */
  public static final String OFFLINE = "offline";

  public DeviceState {
    latest = Map.copyOf(latest);
    tracks = Map.copyOf(tracks);
  }

  static DeviceState unheard(DeviceId device, String type) {
    return new DeviceState(
        device, type, 0, Optional.empty(), Map.of(), Map.of(), RecentHashes.none());
  }

  /** Whether an alert {@link #OFFLINE} is open. */
  public boolean offline() {
    ConditionTrack track = tracks.get(OFFLINE);
    return track != null && track.open().isPresent();
  }
}
