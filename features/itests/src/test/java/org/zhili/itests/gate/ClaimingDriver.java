package org.zhili.itests.gate;

import java.util.List;
import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

/**
 * Claims what begins with 0xC1 and does not exclude it by its second byte, and reports the third as
 * a number. What ends there it rejects.
 */
abstract class ClaimingDriver implements DeviceDriver {
  private static final int MAGIC = 0xC1;

  private final String id;
  private final int excluded;

  ClaimingDriver(String id, int excluded) {
    this.id = id;
    this.excluded = excluded;
  }

  @Override
  public DriverInfo info() {
    return new DriverInfo(id, id, Set.of("zhili/v1/+/+/up"), Set.of(new Metric(metric(), "1")));
  }

  private String metric() {
    return id.replace('-', '.');
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() < 2
        || payload.u8(0) != MAGIC
        || payload.u8(1) == excluded
        || message.origin().device().isEmpty()) {
      return new Decoded.NotMine();
    }
    if (payload.size() == 2) {
      return new Decoded.Rejected("no number");
    }
    return new Decoded.Readings(
        List.of(
            new Reading(
                message.origin().device().get(),
                metric(),
                new Value.Measure(payload.u8(2)),
                message.receivedAt(),
                TimeSource.RECEIVED)));
  }
}
