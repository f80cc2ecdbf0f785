package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Set;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * One value in a device's history (时序数据); the key is device, metric and {@code observedAt}.
 *
 * @param observedAt when it was true, in whole microseconds
 * @param receivedAt when its message reached the town
 */
public record Telemetry(
    DeviceId device,
    String metric,
    Value value,
    Instant observedAt,
    Instant receivedAt,
    TimeSource timeSource,
    Set<Flag> flags) {
  public Telemetry {
    flags = Set.copyOf(flags);
  }

  /** What is remarkable about a reading. */
  public enum Flag {
    /** A newer reading of the metric was here before it: kept, but not the latest state. */
    LATE,
    /** The broker kept it from earlier: it may fill the state, but raises nothing. */
    RETAINED,
    /** Its own time lay more than a day ahead; the time of receipt stands in. */
    FUTURE,
    /** Its own time lay before the year 2000; the time of receipt stands in. */
    ANCIENT,
    /** Outside the city's valid range, or a position at 0, 0: not believed. */
    IMPOSSIBLE,
    /** More than 500 m from where the device is believed to be: not believed. */
    POSITION_JUMP,
    /** The driver never said it may report this metric: not believed. */
    UNDECLARED
  }
}
