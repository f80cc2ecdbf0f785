package org.zhili.driver.milesight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/** Decodes the Milesight WS302, a sound level meter (噪声). */
@Component
public final class Ws302Driver implements DeviceDriver {
  /** By which curve loudness at each frequency counts; levels by different ones do not compare. */
  private static final List<String> CURVES = List.of("z", "a", "c");

  /** How quickly the meter follows. */
  private static final List<String> RESPONSES = List.of("impulse", "fast", "slow");

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-ws302",
          "Milesight WS302",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("noise.a.level", "dB[SPL]"),
              new Metric("noise.a.equivalent", "dB[SPL]"),
              new Metric("noise.a.maximum", "dB[SPL]"),
              new Metric("noise.c.level", "dB[SPL]"),
              new Metric("noise.c.equivalent", "dB[SPL]"),
              new Metric("noise.c.maximum", "dB[SPL]"),
              new Metric("noise.z.level", "dB[SPL]"),
              new Metric("noise.z.equivalent", "dB[SPL]"),
              new Metric("noise.z.maximum", "dB[SPL]"),
              new Metric("noise.response", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY, Found::battery,
              Channel.SOUND, Ws302Driver::sound));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }

  /** Bits 0 and 1 name the curve, 2 and 3 the response; then three words of 0.1 dB. */
  private static void sound(Payload value, Found found) {
    int weighting = value.u8(0);
    int curve = weighting & 3;
    int response = weighting >> 2;
    if (curve >= CURVES.size() || response >= RESPONSES.size()) {
      found.fault("expected a known weighting of sound, got " + weighting);
      return;
    }
    String noise = "noise." + CURVES.get(curve);
    found.label("noise.response", RESPONSES.get(response));
    level(noise + ".level", value.u16le(1), found);
    level(noise + ".equivalent", value.u16le(3), found);
    level(noise + ".maximum", value.u16le(5), found);
  }

  /** Below 20 dB the microphone hears itself; beyond 140 it would be broken. */
  private static void level(String metric, int word, Found found) {
    found.measure(metric, word / 10.0, 20, 140);
  }
}
