package org.zhili.driver.milesight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/** Decodes the Milesight GS301, which smells the air of public toilets (公厕). */
@Component
public final class Gs301Driver implements DeviceDriver {
  private static final String AMMONIA = "air.nh3";
  private static final String HYDROGEN_SULFIDE = "air.h2s";
  private static final List<String> SENSORS = List.of(AMMONIA, HYDROGEN_SULFIDE);
  private static final List<String> RESULTS =
      List.of("success", "sensor version not match", "i2c communication error");

  /** For some hours after it is switched on, the sensor of a gas only warms up. */
  private static final int POLARIZING = 0xFFFE;

  private static final int DEVICE_ERROR = 0xFFFF;

  private static final DriverInfo INFO =
      new DriverInfo(
          "milesight-gs301",
          "Milesight GS301",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("battery.level", "%"),
              new Metric("temperature", "Cel"),
              new Metric("humidity", "%"),
              new Metric("air.nh3", "[ppm]"),
              new Metric("air.nh3.status", "1"),
              new Metric("air.nh3.calibration", "1"),
              new Metric("air.h2s", "[ppm]"),
              new Metric("air.h2s.status", "1"),
              new Metric("air.h2s.calibration", "1")));

  private static final Frame FRAME =
      new Frame(
          Map.of(
              Channel.BATTERY, Found::battery,
              Channel.TOILET_TEMPERATURE, Found::temperature,
              Channel.TOILET_HUMIDITY, Found::humidity,
              Channel.AMMONIA, (value, found) -> gas(AMMONIA, value, 100, found),
              Channel.HYDROGEN_SULFIDE, (value, found) -> gas(HYDROGEN_SULFIDE, value, 100, found),
              Channel.HYDROGEN_SULFIDE_FINE,
                  (value, found) -> gas(HYDROGEN_SULFIDE, value, 1000, found),
              Channel.GAS_CALIBRATION, Gs301Driver::calibration));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    return FRAME.decode(message);
  }

  /** Where the air held more than 100 ppm of either, nobody could go in. */
  private static void gas(String metric, Payload value, double stepsOfPpm, Found found) {
    int word = value.u16le(0);
    switch (word) {
      case POLARIZING -> found.label(metric + ".status", "polarizing");
      case DEVICE_ERROR -> found.label(metric + ".status", "device error");
      default -> found.measure(metric, word / stepsOfPpm, 0, 100);
    }
  }

  /** Sensor, by whom (0 the factory, 1 a person), a word of how much, and how it went. */
  private static void calibration(Payload value, Found found) {
    int sensor = value.u8(0);
    int by = value.u8(1);
    if (sensor >= SENSORS.size() || by > 1) {
      found.fault("expected the calibration of a known sensor, got " + value);
    } else {
      found.label(SENSORS.get(sensor) + ".calibration", value.u8(4), RESULTS);
    }
  }
}
