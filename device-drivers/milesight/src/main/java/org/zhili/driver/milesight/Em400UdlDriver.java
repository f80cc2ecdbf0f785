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

/** Decodes the Milesight EM400-UDL, a distance sensor in the lids of bins (垃圾桶). */
@Component
public final class Em400UdlDriver implements DeviceDriver {
  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-em400-udl",
          "Milesight EM400-UDL",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("temperature", "Cel"),
              new Metric("temperature.alarm", "1"),
              new Metric("bin.distance", "mm"),
              new Metric("bin.distance.alarm", "1"),
              new Metric("bin.tilted", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY, Found::battery,
              Channel.TEMPERATURE, Em400UdlDriver::temperature,
              Channel.TEMPERATURE_ALARM, Em400UdlDriver::temperatureAlarm,
              Channel.DISTANCE, Em400UdlDriver::distance,
              Channel.DISTANCE_ALARM, Em400UdlDriver::distanceAlarm,
              Channel.POSITION, (value, found) -> found.flag("bin.tilted", value.u8(0))));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }

  /** A bin on fire is hotter than the data sheet allows, and must not be refused for that. */
  private static void temperature(Payload value, Found found) {
    found.measure("temperature", value.i16le(0) / 10.0, -50, 125);
  }

  private static void temperatureAlarm(Payload value, Found found) {
    temperature(value, found);
    found.flag("temperature.alarm", value.u8(2));
  }

  /** The sensor sees 4.5 m; the values it sends for "no echo" are far beyond 10 m. */
  private static void distance(Payload value, Found found) {
    found.measure("bin.distance", value.u16le(0), 0, 10_000);
  }

  private static void distanceAlarm(Payload value, Found found) {
    distance(value, found);
    found.flag("bin.distance.alarm", value.u8(2));
  }
}
