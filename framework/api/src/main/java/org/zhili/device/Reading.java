package org.zhili.device;

import java.time.Instant;
import org.zhili.id.DeviceId;

/**
 * One value a device reported.
 *
 * @param observedAt when it was true, as well as {@code timeSource} can tell
 */
public record Reading(
    DeviceId device, String metric, Value value, Instant observedAt, TimeSource timeSource) {}
