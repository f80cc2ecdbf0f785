package org.zhili.device;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.id.DeviceId;

/**
 * Where a message came from, as far as the transport knows.
 *
 * @param topic the MQTT topic, or the path a listener made up for other transports
 * @param device the device the transport vouches for; its own bytes are not believed for that
 * @param port the LoRaWAN port, when there was one
 * @param sentAt when the device or its gateway sent the message, when the envelope says so
 */
public record Origin(
    String topic, Optional<DeviceId> device, OptionalInt port, Optional<Instant> sentAt) {
  /** A message on a device's own topic. */
  public static Origin of(String topic, DeviceId device) {
    return new Origin(topic, Optional.of(device), OptionalInt.empty(), Optional.empty());
  }
}
