package org.zhili.driver.milesight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;

/**
 * Decodes the Milesight GS524N, a smoke detector (烟感). Alone in the family it sends no channels but
 * six bytes that add up to zero.
 */
@Component
public final class Gs524nDriver implements DeviceDriver {
  private static final int SIZE = 6;
  private static final int SMOKE_SENSOR = 1;

  private static final List<String> EVENTS =
      List.of(
          "",
          "alarm",
          "silent",
          "",
          "low battery",
          "failover",
          "",
          "normal",
          "",
          "",
          "removed",
          "installed",
          "",
          "",
          "testing alarm with normal battery",
          "testing alarm with low battery");

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-gs524n",
          "Milesight GS524N",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("smoke.concentration", "%"),
              new Metric("temperature", "Cel"),
              new Metric("smoke.event", "1")));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() >= 2 && payload.u8(1) >> 4 != SMOKE_SENSOR) {
      return new Decoded.NotMine();
    }
    if (payload.size() != SIZE) {
      return new Decoded.Rejected("expected " + SIZE + " bytes, got " + payload.size());
    }
    int sum = sum(payload);
    if (sum != 0) {
      return new Decoded.Rejected("expected bytes that add up to 0, got " + sum);
    }
    Optional<DeviceId> device = message.origin().device();
    return device.isEmpty()
        ? new Decoded.Rejected("expected the transport to name the device, got no name")
        : read(payload, new Found(device.get(), message)).toDecoded();
  }

  private static int sum(Payload payload) {
    int sum = 0;
    for (int at = 0; at < SIZE; at++) {
      sum += payload.u8(at);
    }
    return sum & 0xFF;
  }

  /** What burns is hotter than the 70 degrees of the data sheet, and is not refused for that. */
  private static Found read(Payload payload, Found found) {
    int version = payload.u8(0);
    if (version >> 4 == 0 || (version & 15) == 0) {
      found.fault("expected versions of firmware and protocol from 1 on, got " + version);
    }
    found.label("smoke.event", payload.u8(1) & 15, EVENTS);
    found.measure("battery.level", payload.u8(2), 0, 100);
    found.measure("smoke.concentration", payload.u8(3), 0, 100);
    found.measure("temperature", (byte) payload.u8(4), -40, 125);
    return found;
  }
}
