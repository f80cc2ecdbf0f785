package org.zhili.itests.acme;

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

/** Two bytes: 0xAC, and whether the cover has moved. */
@Component
public final class AcmeTiltDriver implements DeviceDriver {
  private static final int MAGIC = 0xAC;

  @Override
  public DriverInfo info() {
    return new DriverInfo(
        "acme-tilt",
        "ACME tilt",
        Set.of("zhili/v1/+/+/up"),
        Set.of(new Metric("cover.moved", "1")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() != 2 || payload.u8(0) != MAGIC || message.origin().device().isEmpty()) {
      return new Decoded.NotMine();
    }
    Value moved = new Value.Flag(payload.u8(1) == 1);
    return new Decoded.Readings(
        List.of(
            new Reading(
                message.origin().device().get(),
                "cover.moved",
                moved,
                message.receivedAt(),
                TimeSource.RECEIVED)));
  }
}
