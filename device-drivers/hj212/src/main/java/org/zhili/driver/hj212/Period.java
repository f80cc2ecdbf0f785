package org.zhili.driver.hj212;

import java.util.Optional;

/** What time a value is about, by the command it came with (table 9). */
enum Period {
  NOW(2011, ""),
  MINUTES(2051, ".minutes"),
  HOUR(2061, ".hour"),
  DAY(2031, ".day");

  private final int command;
  private final String suffix;

  Period(int command, String suffix) {
    this.command = command;
    this.suffix = suffix;
  }

  static Optional<Period> of(int command) {
    for (Period period : values()) {
      if (period.command == command) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /** What a metric of this period ends with. */
  String suffix() {
    return suffix;
  }
}
