package org.zhili.tck;

/**
 * Between which values a metric of one driver is plausible, where that differs from the kit's
 * vocabulary. It stands on the certificate with its reason.
 *
 * @param metric the key of the metric, such as {@code kiln.temperature}
 * @param least the smallest value, in the metric's unit
 * @param most the largest value, in the metric's unit
 * @param reason why the kit's range does not fit, such as {@code a kiln is hotter than weather}
 */
public record Range(String metric, double least, double most, String reason) {
  public Range {
    if (!(least <= most) || reason.isBlank()) {
      throw new IllegalArgumentException("a range has bounds and a reason: " + metric);
    }
  }
}
