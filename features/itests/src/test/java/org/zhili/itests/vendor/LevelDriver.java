package org.zhili.itests.vendor;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

/** Two bytes: 0x1E, and how full it is. Cannot be made when its jar has the file {@code fails}. */
@Component
public final class LevelDriver implements DeviceDriver {
  private static final int MAGIC = 0x1E;

  public LevelDriver() {
    if (LevelDriver.class.getResource("/fails") != null) {
      throw new IllegalStateException("the licence has expired");
    }
  }

  @Override
  public DriverInfo info() {
    return new DriverInfo(
        "vendor-level",
        "Vendor's level",
        Set.of("zhili/v1/+/+/up"),
        Set.of(new Metric("level", "%")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() != 2 || payload.u8(0) != MAGIC || message.origin().device().isEmpty()) {
      return new Decoded.NotMine();
    }
    return new Decoded.Readings(
        List.of(
            new Reading(
                message.origin().device().get(),
                "level",
                new Value.Measure(payload.u8(1)),
                message.receivedAt(),
                TimeSource.RECEIVED)));
  }
}
