package org.zhili.driver.milesight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry of a Milesight frame is about: two bytes name it, and fix the length of its value.
 */
enum Channel {
  BATTERY(0x0175, 1),
  TILT(0x03D4, 6),
  TEMPERATURE(0x0367, 2),
  TEMPERATURE_ALARM(0x8367, 3),
  DISTANCE(0x0482, 2),
  DISTANCE_ALARM(0x8482, 3),
  POSITION(0x0500, 1),
  // what a device says of itself when it joins the network; nothing to report
  PROTOCOL_VERSION(0xFF01, 1),
  HARDWARE_VERSION(0xFF09, 2),
  FIRMWARE_VERSION(0xFF0A, 2),
  POWER_ON(0xFF0B, 1),
  LORAWAN_CLASS(0xFF0F, 1),
  SERIAL_NUMBER(0xFF16, 8),
  RESET(0xFFFE, 1),
  TSL_VERSION(0xFFFF, 2);

  private static final Map<Integer, Channel> BY_CODE = new HashMap<>();

  static {
    for (Channel channel : values()) {
      BY_CODE.put(channel.code, channel);
    }
  }

  private final int code;
  private final int length;

  Channel(int code, int length) {
    this.code = code;
    this.length = length;
  }

  /** Find the channel of a code: the channel's byte, then the byte of its type. */
  static Optional<Channel> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  int length() {
    return length;
  }

  /** Whether it tells about the device itself and not about what it measures. */
  boolean isAboutDevice() {
    return code >> 8 == 0xFF;
  }
}
