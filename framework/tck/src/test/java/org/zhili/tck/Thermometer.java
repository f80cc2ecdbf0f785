package org.zhili.tck;

import java.time.Instant;
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
import org.zhili.id.DeviceId;

/** A driver without a fault; wrong ones change one thing. */
public class Thermometer implements DeviceDriver {
  @Override
  public DriverInfo info() {
    return info("test-thermometer", "test/+/up", "Cel");
  }

  static DriverInfo info(String id, String filter, String unit) {
    return new DriverInfo(
        id,
        "a thermometer",
        Set.of(filter),
        Set.of(new Metric("temperature", unit), new Metric("alarm", "1")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    int kind = payload.size() == 0 ? 0 : payload.u8(0);
    int wanted = kind == 1 ? 3 : kind == 2 ? 7 : 1;
    if (kind == 0 || kind > 3) {
      return new Decoded.NotMine();
    }
    if (payload.size() != wanted) {
      return new Decoded.Rejected("expected " + wanted + " bytes, got " + payload.size());
    }
    if (message.origin().device().isEmpty()) {
      return new Decoded.Rejected("expected the transport to name the device");
    }
    if (kind == 3) {
      return new Decoded.Readings(List.of());
    }
    DeviceId device = message.origin().device().get();
    return kind == 1
        ? readings(device, payload, false, message.receivedAt(), TimeSource.RECEIVED)
        : readings(
            device, payload, true, Instant.ofEpochSecond(payload.u32le(3)), TimeSource.DEVICE);
  }

  private Decoded readings(
      DeviceId device, Payload payload, boolean alarm, Instant at, TimeSource source) {
    double celsius = payload.i16(1) * 0.1;
    if (!isPlausible(celsius)) {
      return new Decoded.Rejected("expected -50 to 120 degrees, got " + celsius);
    }
    return new Decoded.Readings(
        List.of(
            new Reading(device, "alarm", new Value.Flag(alarm), at, source),
            new Reading(device, "temperature", new Value.Measure(celsius), at, source)));
  }

  boolean isPlausible(double celsius) {
    return celsius >= -50 && celsius <= 120;
  }
}
