package com.example.hellodriver;

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
import org.zhili.id.DeviceId;

/** Four bytes: 01, the distance from lid to waste in mm (two bytes), the battery in percent. */
@Component
public final class HelloDriver implements DeviceDriver {
  private static final int KIND = 0x01;

  private static final DriverInfo INFO =
      new DriverInfo(
          "hello-driver",
          "Example bin sensor",
          Set.of("zhili/v1/+/+/up"),
          Set.of(new Metric("bin.distance", "mm"), new Metric("battery.level", "%")));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() == 0 || payload.u8(0) != KIND) {
      return new Decoded.NotMine();
    }
    if (payload.size() != 4) {
      return new Decoded.Rejected("expected 4 bytes, got " + payload.size());
    }
    if (message.origin().device().isEmpty()) {
      return new Decoded.Rejected("expected the transport to name the device, got no name");
    }
    int distance = payload.u16(1);
    int battery = payload.u8(3);
    if (distance > 5_000 || battery > 100) {
      return new Decoded.Rejected(
          "expected at most 5000 mm and 100 %, got " + distance + " mm and " + battery + " %");
    }
    DeviceId device = message.origin().device().get();
    return new Decoded.Readings(
        List.of(
            reading(message, device, "bin.distance", distance),
            reading(message, device, "battery.level", battery)));
  }

  /** The frame carries no time of its own, so it is true when it arrives. */
  private static Reading reading(
      DeviceMessage message, DeviceId device, String metric, double value) {
    return new Reading(
        device, metric, new Value.Measure(value), message.receivedAt(), TimeSource.RECEIVED);
  }
}
