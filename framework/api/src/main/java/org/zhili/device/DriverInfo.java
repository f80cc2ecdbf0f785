package org.zhili.device;

import java.util.Set;

/**
 * Who a driver is for.
 *
 * @param id unique among drivers, such as {@code milesight-em320-tilt}; registered devices name it
 * @param model the device as its vendor calls it, for people
 * @param topicFilters MQTT topic filters of messages worth offering when the device is unknown;
 *     many drivers may claim one topic, as a registered device's own alone is asked
 * @param metrics every metric the driver may ever report
 */
public record DriverInfo(String id, String model, Set<String> topicFilters, Set<Metric> metrics) {
  public DriverInfo {
    if (id.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("a driver needs an id and a model");
    }
    topicFilters = Set.copyOf(topicFilters);
    metrics = Set.copyOf(metrics);
  }
}
