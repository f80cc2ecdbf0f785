package org.zhili.persistence.store.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** What of a device's state nobody searches by, in few words. */
record StateDocument(
    Optional<Instant> seen, List<Point> latest, List<ConditionTrack> tracks, List<Long> recent) {

  record Point(String metric, Value value, Instant at, TimeSource source, Instant received) {
    static Point of(Latest latest) {
      Reading reading = latest.reading();
      return new Point(
          reading.metric(),
          reading.value(),
          reading.observedAt(),
          reading.timeSource(),
          latest.receivedAt());
    }

    Latest latest(DeviceId device) {
      return new Latest(new Reading(device, metric, value, at, source), received);
    }
  }

  static StateDocument of(DeviceState state) {
    return new StateDocument(
        state.lastSeenAt(),
        state.latest().values().stream().map(Point::of).toList(),
        List.copyOf(state.tracks().values()),
        Arrays.stream(state.recent().toArray()).boxed().toList());
  }

  DeviceState state(DeviceId device, String type, long revision) {
    return new DeviceState(
        device,
        type,
        revision,
        seen,
        latest.stream().collect(Collectors.toMap(Point::metric, point -> point.latest(device))),
        byCondition(),
        RecentHashes.of(recent.stream().mapToLong(Long::longValue).toArray()));
  }

  private Map<String, ConditionTrack> byCondition() {
    return tracks.stream()
        .collect(Collectors.toMap(ConditionTrack::condition, Function.identity()));
  }
}
