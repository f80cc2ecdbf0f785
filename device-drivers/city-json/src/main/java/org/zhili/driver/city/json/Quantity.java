package org.zhili.driver.city.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhili.device.Metric;

/**
 * A number that a message may carry in {@code readings}, and between which values it can be true at
 * all; what is usual is the city's to say.
 */
enum Quantity {
  BIN_FILL("bin.fill", "1", 0, 1),
  BATTERY_LEVEL("battery.level", "%", 0, 100),
  TEMPERATURE("temperature", "Cel", -60, 150);

  private static final Map<String, Quantity> BY_KEY = new HashMap<>();

  static {
    for (Quantity quantity : values()) {
      BY_KEY.put(quantity.key, quantity);
    }
  }

  private final String key;
  private final String unit;
  private final double least;
  private final double most;

  Quantity(String key, String unit, double least, double most) {
    this.key = key;
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  static Optional<Quantity> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  String key() {
    return key;
  }

  Metric metric() {
    return new Metric(key, unit);
  }

  boolean allows(double value) {
    return value >= least && value <= most;
  }

  /** The range in words. */
  String range() {
    return "from " + least + " to " + most;
  }

  /** Where it stands in the message. */
  @Override
  public String toString() {
    return "readings." + key;
  }
}
