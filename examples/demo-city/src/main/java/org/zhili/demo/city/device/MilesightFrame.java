package org.zhili.demo.city.device;

import java.io.ByteArrayOutputStream;
import org.zhili.device.Payload;

/**
 * Builds frames as Milesight's sensors send them: channel, type and a value of fixed length,
 * little-endian, one after the other.
 */
public final class MilesightFrame {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** An angle in degrees, and whether it is over the threshold set in the device. */
  public record Angle(double degrees, boolean overThreshold) {
    public static final Angle FLAT = new Angle(0, false);
  }

  /** The battery's charge in percent. */
  public MilesightFrame battery(int percent) {
    return header(0x01, 0x75).octet(percent);
  }

  /** How an EM320-TILT lies. */
  public MilesightFrame tilt(Angle x, Angle y, Angle z) {
    return header(0x03, 0xD4).word(word(x)).word(word(y)).word(word(z));
  }

  /** The temperature in degrees Celsius. */
  public MilesightFrame temperature(double celsius) {
    return header(0x03, 0x67).word((int) Math.round(celsius * 10));
  }

  /** The distance in mm an EM400-UDL measures to what lies under it. */
  public MilesightFrame distance(int millimetres) {
    return header(0x04, 0x82).word(millimetres);
  }

  /** Whether an EM400-UDL is tilted. */
  public MilesightFrame tilted(boolean tilted) {
    return header(0x05, 0x00).octet(tilted ? 1 : 0);
  }

  public Payload toPayload() {
    return Payload.of(bytes.toByteArray());
  }

  /** The upper 15 bits are hundredths of a degree, the lowest is the flag. */
  private static int word(Angle angle) {
    return ((int) Math.round(angle.degrees() * 100) << 1) | (angle.overThreshold() ? 1 : 0);
  }

  private MilesightFrame header(int channel, int type) {
    return octet(channel).octet(type);
  }

  private MilesightFrame word(int value) {
    return octet(value).octet(value >> 8);
  }

  private MilesightFrame octet(int value) {
    bytes.write(value & 0xFF);
    return this;
  }
}
