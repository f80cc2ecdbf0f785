package org.zhili.driver.city.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhili.device.Metric;

/**
 * A number that a message may carry in {@code readings}. Whatever is finite is taken: which values
 * are true is the city's to say, and a status must not be lost for a mad number beside it.
 */
enum Quantity {
  BIN_FILL("bin.fill", "1"),
  BATTERY_LEVEL("battery.level", "%"),
  TEMPERATURE("temperature", "Cel");

  private static final Map<String, Quantity> BY_KEY = new HashMap<>();

  static {
    for (Quantity quantity : values()) {
      BY_KEY.put(quantity.key, quantity);
    }
  }

  private final String key;
  private final String unit;

  Quantity(String key, String unit) {
    this.key = key;
    this.unit = unit;
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

  /** Where it stands in the message. */
  @Override
  public String toString() {
    return "readings." + key;
  }
}
