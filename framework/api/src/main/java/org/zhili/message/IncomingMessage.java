package org.zhili.message;

import java.time.Instant;
import org.zhili.device.Origin;
import org.zhili.device.Payload;

/**
 * A message as a connector hands it over.
 *
 * @param receivedAt when it reached this town for the first time the connector knows of
 * @param retained the broker kept it from earlier: recorded, but raises no new alarm
 * @param redelivered the broker says it may have been delivered before
 */
public record IncomingMessage(
    Origin origin, Payload payload, Instant receivedAt, boolean retained, boolean redelivered) {}
