package org.zhili.driver.milesight;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/** Decodes the Milesight EM500-SWL, a probe that hangs in water and tells its depth (水位). */
@Component
public final class Em500SwlDriver implements DeviceDriver {
  private static final int COLLECTION_FAILED = 0xFFFF;
  private static final int OUT_OF_RANGE = 0xFFFD;

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-em500-swl",
          "Milesight EM500-SWL",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("water.depth", "cm"),
              new Metric("water.depth.status", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY, Found::battery,
              Channel.WATER_DEPTH, (value, found) -> depth(value.u16le(0), found),
              Channel.WATER_DEPTH_HISTORY, Em500SwlDriver::history));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }

  private static void history(Payload value, Found found) {
    found.past(value.u32le(0), then -> depth(value.u16le(4), then));
  }

  /** No shaft of a city is deeper than 100 m. */
  private static void depth(int word, Found found) {
    switch (word) {
      case COLLECTION_FAILED -> found.label("water.depth.status", "collection failed");
      case OUT_OF_RANGE -> found.label("water.depth.status", "out of range");
      default -> found.measure("water.depth", word, 0, 10_000);
    }
  }
}
