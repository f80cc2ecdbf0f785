package org.zhili.tck.internal;

import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;

/**
 * A message a driver is tried with: a vector's, with these bytes.
 *
 * @param how what was done to the bytes, such as {@code cut to 2 bytes}
 */
public record Attempt(DeviceVector vector, Payload payload, String how) {
  /** A vector as it stands in its file. */
  static Attempt whole(DeviceVector vector) {
    return new Attempt(vector, vector.message().payload(), "as it is");
  }

  public DeviceMessage message() {
    return vector.carrying(payload);
  }

  /** All its bytes are shown: a bug report is a hex string. */
  @Override
  public String toString() {
    return vector + " " + how + ": " + payload.hex();
  }
}
