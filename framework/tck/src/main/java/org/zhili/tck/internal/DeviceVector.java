package org.zhili.tck.internal;

import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;

/**
 * One message and what a driver must make of it.
 *
 * @param source the file and line it was read from
 */
public record DeviceVector(
    String name, String source, DeviceMessage message, Expectation expectation) {
  /** The same message with other bytes. */
  public DeviceMessage carrying(Payload payload) {
    return new DeviceMessage(message.origin(), payload, message.receivedAt(), message.zone());
  }

  /** Whether the device's bytes are to be understood. */
  public boolean isAccepted() {
    return expectation instanceof Expectation.Readings;
  }

  @Override
  public String toString() {
    return name + " (" + source + ")";
  }
}
