package org.zhili.resources.internal.city;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.ConditionTrack;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.Latest;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.ReadingView;

/**
 * What a device last said.
 *
 * @param lastSeenAt when it last spoke; empty when it never did
 * @param offline whether it has fallen quiet
 * @param readings the newest of each metric
 */
public record DeviceStateView(
    String device,
    Optional<Instant> lastSeenAt,
    boolean offline,
    List<Metric> readings,
    List<Condition> conditions) {

  /**
   * A reading, and when its message came in.
   *
   * @param unit of a measure, as UCUM writes it
   */
  public record Metric(ReadingView reading, Optional<String> unit, Instant receivedAt) {}

  /** A condition that holds, and its alert. */
  public record Condition(String condition, Severity severity, long occurrences, String alert) {}

  public static DeviceStateView unheard(String device) {
    return new DeviceStateView(device, Optional.empty(), false, List.of(), List.of());
  }

  /** What a device said, of the states that were read. */
  static DeviceStateView of(DeviceId device, Map<DeviceId, DeviceState> states, Units.Of units) {
    return Optional.ofNullable(states.get(device))
        .map(state -> of(state, units))
        .orElseGet(() -> unheard(device.value()));
  }

  private static DeviceStateView of(DeviceState state, Units.Of units) {
    return new DeviceStateView(
        state.device().value(),
        state.lastSeenAt(),
        state.offline(),
        state.latest().values().stream()
            .sorted(Comparator.comparing((Latest latest) -> latest.reading().metric()))
            .map(latest -> metric(latest, units))
            .toList(),
        state.tracks().values().stream()
            .sorted(Comparator.comparing(ConditionTrack::condition))
            .flatMap(track -> track.open().map(open -> condition(track, open)).stream())
            .toList());
  }

  private static Metric metric(Latest latest, Units.Of units) {
    return new Metric(
        ReadingView.of(latest.reading()),
        units.unit(latest.reading().metric()),
        latest.receivedAt());
  }

  private static Condition condition(ConditionTrack track, ConditionTrack.Open open) {
    return new Condition(
        track.condition(), open.severity(), open.occurrences(), open.alert().toString());
  }
}
