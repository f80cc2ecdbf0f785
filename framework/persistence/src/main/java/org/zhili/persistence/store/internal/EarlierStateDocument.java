package org.zhili.persistence.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.core.ingest.ConditionTrack;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.Latest;
import org.zhili.core.ingest.RecentHashes;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * How states were written at first. Only read: the next message of the device writes a {@link
 * StateDocument} in its place, and a device that fell silent keeps this one.
 */
record EarlierStateDocument(
    Optional<Instant> seen, List<Point> latest, List<ConditionTrack> tracks, List<Long> recent) {

  record Point(String metric, Value value, Instant at, TimeSource source, Instant received) {
    Latest latest(DeviceId device) {
      return new Latest(new Reading(device, metric, value, at, source), received);
    }
  }

  DeviceState state(DeviceId device, String type, long revision) {
    return new DeviceState(
        device,
        type,
        revision,
        seen,
        latest.stream().collect(Collectors.toMap(Point::metric, point -> point.latest(device))),
        tracks.stream().collect(Collectors.toMap(ConditionTrack::condition, Function.identity())),
        RecentHashes.of(recent.stream().mapToLong(Long::longValue).toArray()));
  }
}
