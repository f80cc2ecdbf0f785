package org.zhili.device;

/**
 * One thing a device can report, with its UCUM unit: {@code new Metric("bin.distance", "mm")}.
 *
 * @param key dotted lower-case words
 * @param unit UCUM code; {@code "1"} for flags, labels and counts
 */
public record Metric(String key, String unit) {
  public Metric {
    if (!key.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*") || unit.isBlank()) {
      throw new IllegalArgumentException("not a metric: " + key + " in " + unit);
    }
  }
}
