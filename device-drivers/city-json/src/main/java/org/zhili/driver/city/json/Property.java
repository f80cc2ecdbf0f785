package org.zhili.driver.city.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A property of the message that means something to us; others are passed over. */
enum Property {
  DEVICE_ID("device_id", 64),
  TYPE("type", 64),
  STATUS("status", 64),
  LOCATION("location", 256),
  TIMESTAMP("timestamp", 64),
  READINGS("readings", 0);

  private static final Map<String, Property> BY_NAME = new HashMap<>();

  static {
    for (Property property : values()) {
      BY_NAME.put(property.json, property);
    }
  }

  private final String json;
  private final int longest;

  Property(String json, int longest) {
    this.json = json;
    this.longest = longest;
  }

  static Optional<Property> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The most characters its text may have. */
  int longest() {
    return longest;
  }

  /** The name as it stands in the message. */
  @Override
  public String toString() {
    return json;
  }
}
