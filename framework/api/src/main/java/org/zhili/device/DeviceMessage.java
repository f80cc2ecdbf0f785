package org.zhili.device;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What came off the wire.
 *
 * @param receivedAt stands in for the time when the device sends none
 * @param zone the city's zone, for devices that send local times without one
 */
public record DeviceMessage(Origin origin, Payload payload, Instant receivedAt, ZoneId zone) {}
