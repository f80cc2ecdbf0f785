package org.zhili.core.calendar;

import java.time.Duration;

/**
 * How much time a milestone has left.
 *
 * @param time negative once it is overdue
 * @param working whether it is working time, as the last limit is stated; else natural time
 */
public record Remaining(Duration time, boolean working) {
  public boolean overdue() {
    return time.isNegative();
  }
}
