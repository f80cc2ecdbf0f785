package org.zhili.frame;

import java.util.Optional;
import org.zhili.id.DeviceId;

/**
 * Who says to have sent a frame.
 *
 * @param device the device it says to be
 * @param password the password that came with the frame, in clear and therefore worth little
 */
public record Station(DeviceId device, Optional<String> password) {
  /** Without the password, which has no place in a log. */
  @Override
  public String toString() {
    return "Station[" + device + "]";
  }
}
