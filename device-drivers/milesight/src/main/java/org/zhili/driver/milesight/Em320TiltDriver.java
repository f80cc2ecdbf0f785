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

/** Decodes the Milesight EM320-TILT, a tilt sensor under manhole covers (井盖). */
@Component
public final class Em320TiltDriver implements DeviceDriver {
  private static final List<String> AXES = List.of("x", "y", "z");

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-em320-tilt",
          "Milesight EM320-TILT",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("cover.tilt.x", "deg"),
              new Metric("cover.tilt.y", "deg"),
              new Metric("cover.tilt.z", "deg"),
              new Metric("cover.tilt.x.alarm", "1"),
              new Metric("cover.tilt.y.alarm", "1"),
              new Metric("cover.tilt.z.alarm", "1"),
              new Metric("cover.moved", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY, Found::battery,
              Channel.TILT, Em320TiltDriver::tilt));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }

  /** Three words: bit 0 says that the axis is beyond its threshold, the rest is 0.01 degrees. */
  private static void tilt(Payload value, Found found) {
    int moved = 0;
    for (int axis = 0; axis < AXES.size(); axis++) {
      int word = value.i16le(2 * axis);
      String metric = "cover.tilt." + AXES.get(axis);
      found.measure(metric, (word >> 1) / 100.0, -90, 90);
      found.flag(metric + ".alarm", word & 1);
      moved |= word & 1;
    }
    found.flag("cover.moved", moved);
  }
}
