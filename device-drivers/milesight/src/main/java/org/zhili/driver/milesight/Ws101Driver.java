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

/** Decodes the Milesight WS101, a button to call for help with (求助按钮). */
@Component
public final class Ws101Driver implements DeviceDriver {
  private static final List<String> PRESSES =
      List.of("", "short press", "long press", "double press");

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-ws101",
          "Milesight WS101",
          Set.of("zhili/v1/+/+/up"),
          Set.of(new Metric("battery.level", "%"), new Metric("button.press", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY,
              Found::battery,
              Channel.BUTTON_PRESS,
              (value, found) -> found.label("button.press", value.u8(0), PRESSES)));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }
}
