package org.zhili.scoring;

import java.time.LocalDate;

/** Days in the city's zone. */
public record GradingPeriod(LocalDate from, LocalDate toExclusive) {
  public GradingPeriod {
    if (!from.isBefore(toExclusive)) {
      throw new IllegalArgumentException("a period ends after it begins: " + from);
    }
  }
}
