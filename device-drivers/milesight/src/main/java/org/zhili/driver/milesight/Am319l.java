package org.zhili.driver.milesight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/** What the models of the AM319L have in common: all but the one gas each smells beside. */
final class Am319l {
  private static final String INDEX = "air.tvoc.index";
  private static final String CONCENTRATION = "air.tvoc";

  private Am319l() {}

  /** All metrics of a model, given that of its gas. */
  static Set<Metric> metrics(Metric gas) {
    return Stream.of(
            gas,
            new Metric("battery.level", "%"),
            new Metric("temperature", "Cel"),
            new Metric("humidity", "%"),
            new Metric("presence", "1"),
            new Metric("light.level", "1"),
            new Metric("air.co2", "[ppm]"),
            new Metric(INDEX, "1"),
            new Metric(CONCENTRATION, "ug/m3"),
            new Metric("air.pressure", "hPa"),
            new Metric("air.pm25", "ug/m3"),
            new Metric("air.pm10", "ug/m3"),
            new Metric("buzzer.on", "1"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How a model is read: its gas on a channel of its own, and as the last word of its history. */
  static Frame frame(Channel channel, Frame.Reader gas) {
    Map<Channel, Frame.Reader> readers = new EnumMap<>(Channel.class);
    readers.put(channel, gas);
    readers.put(Channel.BATTERY, Found::battery);
    readers.put(Channel.TEMPERATURE, Found::temperature);
    readers.put(Channel.HUMIDITY, Found::humidity);
    readers.put(Channel.MOTION, Am319l::motion);
    readers.put(Channel.LIGHT, Am319l::light);
    readers.put(Channel.CARBON_DIOXIDE, Am319l::carbonDioxide);
    readers.put(Channel.VOLATILES_INDEX, Am319l::index);
    readers.put(Channel.VOLATILES, Am319l::concentration);
    readers.put(Channel.PRESSURE, Am319l::pressure);
    readers.put(Channel.FINE_DUST, (value, found) -> dust("air.pm25", value, found));
    readers.put(Channel.DUST, (value, found) -> dust("air.pm10", value, found));
    readers.put(Channel.BUZZER, (value, found) -> found.flag("buzzer.on", value.u8(0)));
    readers.put(
        Channel.AIR_HISTORY_INDEX, (value, found) -> history(Am319l::index, gas, value, found));
    readers.put(
        Channel.AIR_HISTORY, (value, found) -> history(Am319l::concentration, gas, value, found));
    return new Frame(readers);
  }

  /** As the channels, one after the other, but for the humidity, which takes a word here. */
  private static void history(
      Frame.Reader volatiles, Frame.Reader gas, Payload value, Found found) {
    found.past(
        value.u32le(0),
        then -> {
          Found.temperature(value.slice(4, 6), then);
          then.measure("humidity", value.u16le(6) / 2.0, 0, 100);
          motion(value.slice(8, 9), then);
          light(value.slice(9, 10), then);
          carbonDioxide(value.slice(10, 12), then);
          volatiles.read(value.slice(12, 14), then);
          pressure(value.slice(14, 16), then);
          dust("air.pm25", value.slice(16, 18), then);
          dust("air.pm10", value.slice(18, 20), then);
          gas.read(value.slice(20, 22), then);
        });
  }

  private static void motion(Payload value, Found found) {
    found.flag("presence", value.u8(0));
  }

  /** Six levels, from dark to bright. */
  private static void light(Payload value, Found found) {
    found.measure("light.level", value.u8(0), 0, 5);
  }

  /** Twice what the sensor is sold for; the air outside has 400. */
  private static void carbonDioxide(Payload value, Found found) {
    found.measure("air.co2", value.u16le(0), 0, 10_000);
  }

  /** An index of indoor air quality, from 0 (clean) up. */
  private static void index(Payload value, Found found) {
    found.measure(INDEX, value.u16le(0) / 100.0, 0, 10);
  }

  private static void concentration(Payload value, Found found) {
    found.measure(CONCENTRATION, value.u16le(0), 0, 60_000);
  }

  /** From a mountain of 9 km to below the sea. */
  private static void pressure(Payload value, Found found) {
    found.measure("air.pressure", value.u16le(0) / 10.0, 300, 1100);
  }

  private static void dust(String metric, Payload value, Found found) {
    found.measure(metric, value.u16le(0), 0, 5000);
  }
}
