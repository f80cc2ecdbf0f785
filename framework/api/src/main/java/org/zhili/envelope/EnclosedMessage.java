package org.zhili.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.device.Payload;

/**
 * One message of a device, out of its envelope.
 *
 * @param sender what the network calls the device: letters, digits and {@code _ : @ . -}, at most
 *     128 characters. It has to follow from the topic, since the topic is all that the broker
 *     vouches for; what the message says of itself may only agree with it
 * @param payload what the device's driver reads
 * @param port the LoRaWAN port, when there was one
 * @param sentAt when the device or its gateway sent it; empty when that is not said or makes no
 *     sense, so that the time of receipt stands in and is marked as such
 */
public record EnclosedMessage(
    String sender, Payload payload, OptionalInt port, Optional<Instant> sentAt) {}
