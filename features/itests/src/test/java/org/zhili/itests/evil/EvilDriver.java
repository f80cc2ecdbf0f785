package org.zhili.itests.evil;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

/** Reads a number of one byte, or does its evil instead. */
record EvilDriver(Evil evil, boolean mended, CountDownLatch end) implements DeviceDriver {
  @Override
  public DriverInfo info() {
    return new DriverInfo(
        evil.id(), "evil", Set.of("zhili/v1/+/+/up"), Set.of(new Metric("cover.number", "1")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    if (message.payload().size() != 1 || message.origin().device().isEmpty()) {
      return new Decoded.NotMine();
    }
    Reading number =
        new Reading(
            message.origin().device().get(),
            "cover.number",
            new Value.Measure(message.payload().u8(0)),
            message.receivedAt(),
            TimeSource.RECEIVED);
    Decoded good = new Decoded.Readings(List.of(number));
    return mended ? good : evil.act(number, good, end);
  }
}
