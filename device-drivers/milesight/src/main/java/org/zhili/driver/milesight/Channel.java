package org.zhili.driver.milesight;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an entry of a Milesight frame is about: two bytes name it, and fix the length of its value.
 * The same two bytes may mean something else in another model.
 */
enum Channel {
  BATTERY(0x0175, 1),
  TILT(0x03D4, 6),
  TEMPERATURE(0x0367, 2),
  TEMPERATURE_ALARM(0x8367, 3),
  DISTANCE(0x0482, 2),
  DISTANCE_ALARM(0x8482, 3),
  POSITION(0x0500, 1),
  WATER_DEPTH(0x0377, 2),
  WATER_DEPTH_HISTORY(0x20CE, 6),
  SOUND(0x055B, 7),
  BUTTON_PRESS(0xFF2E, 1),
  TOILET_TEMPERATURE(0x0267, 2),
  TOILET_HUMIDITY(0x0368, 1),
  AMMONIA(0x047D, 2),
  HYDROGEN_SULFIDE(0x057D, 2),
  HYDROGEN_SULFIDE_FINE(0x067D, 2),
  GAS_CALIBRATION(0x07EA, 5),
  HUMIDITY(0x0468, 1),
  MOTION(0x0500, 1),
  LIGHT(0x06CB, 1),
  CARBON_DIOXIDE(0x077D, 2),
  VOLATILES_INDEX(0x087D, 2),
  VOLATILES(0x08E6, 2),
  PRESSURE(0x0973, 2),
  FORMALDEHYDE(0x0A7D, 2),
  FINE_DUST(0x0B7D, 2),
  DUST(0x0C7D, 2),
  OZONE(0x0D7D, 2),
  BUZZER(0x0E01, 1),
  AIR_HISTORY_INDEX(0x20CE, 22),
  AIR_HISTORY(0x21CE, 22),
  // what a device says of itself when it joins the network; nothing to report
  PROTOCOL_VERSION(0xFF01, 1),
  SHORT_SERIAL_NUMBER(0xFF08, 6),
  HARDWARE_VERSION(0xFF09, 2),
  FIRMWARE_VERSION(0xFF0A, 2),
  POWER_ON(0xFF0B, 1),
  LORAWAN_CLASS(0xFF0F, 1),
  SERIAL_NUMBER(0xFF16, 8),
  PROBE(0xFF1B, 5),
  GAS_SENSOR(0xFF7C, 43),
  RESET(0xFFFE, 1),
  TSL_VERSION(0xFFFF, 2);

  private static final List<Channel> ALL = List.of(values());

  private final int code;
  private final int length;

  Channel(int code, int length) {
    this.code = code;
    this.length = length;
  }

  /**
   * Find the channel of a code: the channel's byte, then the byte of its type.
   *
   * @param own the channels of the model, which go before those of others
   */
  static Optional<Channel> of(int code, Collection<Channel> own) {
    return among(own, code).or(() -> among(ALL, code));
  }

  private static Optional<Channel> among(Collection<Channel> channels, int code) {
    for (Channel channel : channels) {
      if (channel.code == code) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  int length() {
    return length;
  }

  /** Whether it tells about the device itself and not about what it measures. */
  boolean isAboutDevice() {
    return code >> 8 == 0xFF && this != BUTTON_PRESS;
  }
}
