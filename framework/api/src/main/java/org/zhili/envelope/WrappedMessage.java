package org.zhili.envelope;

import java.time.Instant;
import org.zhili.device.Payload;

/**
 * What came off the wire, with its envelope.
 *
 * @param topic the MQTT topic, which the broker let only the network's own account publish to
 * @param receivedAt when it reached the town
 */
public record WrappedMessage(String topic, Payload payload, Instant receivedAt) {}
