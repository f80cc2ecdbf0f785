package org.zhili.core.plugin;

/**
 * Which plug-in is meant, whatever its version.
 *
 * @param kind simple name of the SPI it answers, such as {@code DeviceDriver}
 * @param id what the plug-in calls itself
 */
public record Named(String kind, String id) {
  /** {@code DeviceDriver milesight-em320-tilt} */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
