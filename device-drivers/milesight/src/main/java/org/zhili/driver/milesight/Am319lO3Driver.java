package org.zhili.driver.milesight;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;

/** Decodes the Milesight AM319L-O3, a station for indoor air that smells ozone (臭氧). */
@Component
public final class Am319lO3Driver implements DeviceDriver {
  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-am319l-o3",
          "Milesight AM319L-O3",
          Set.of("zhili/v1/+/+/up"),
          Am319l.metrics(new Metric("air.o3", "[ppm]")));

  private static final Frame FRAME =
      Am319l.frame(
          Channel.OZONE, (value, found) -> found.measure("air.o3", value.u16le(0) / 100.0, 0, 10));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }
}
