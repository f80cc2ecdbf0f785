package org.zhili.alert;

import org.zhili.text.Text;

/** What a rule made of an observation. */
public sealed interface Judgment {
  /** All is well: every condition this rule raised for the device may clear. */
  record Normal() implements Judgment {}

  /**
   * Something is wrong.
   *
   * @param condition a short code such as {@code tilted}; one alert is open per device and
   *     condition
   */
  record Abnormal(String condition, Severity severity, Text why) implements Judgment {
    public Abnormal {
      if (!condition.matches("[a-z][a-z0-9_-]{0,31}")) {
        throw new IllegalArgumentException("not a condition code: " + condition);
      }
    }
  }

  /** The reading says nothing about what this rule watches. */
  record NotApplicable() implements Judgment {}
}
