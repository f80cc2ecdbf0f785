package org.zhili.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a condition, as data of the city.
 *
 * @param subject the type of device
 * @param condition the code a rule raises, such as {@code tilted}
 * @param opens the case it opens; empty means the alert is kept for the device's maintainers
 * @param silentAfter of the condition {@code offline}: how long such a device may keep quiet; empty
 *     leaves that to the module that watches it
 */
public record AlertPolicy(
    String subject,
    String condition,
    Optional<Opens> opens,
    Damping damping,
    Optional<Duration> silentAfter) {
  /** A policy that says nothing of silence. */
  public AlertPolicy(String subject, String condition, Optional<Opens> opens, Damping damping) {
    this(subject, condition, opens, damping, Optional.empty());
  }

  /** The case type and filing condition an alert opens. */
  public record Opens(String caseType, Optional<String> filing) {}

  /**
   * How a condition is damped.
   *
   * @param raiseAfter abnormal readings in a row that raise the alert
   * @param clearAfter normal readings in a row that clear it
   * @param quietAfterClear time after clearing in which the same condition is suppressed as
   *     flapping
   */
  public record Damping(int raiseAfter, int clearAfter, Duration quietAfterClear) {
    public static final Damping NONE = new Damping(1, 1, Duration.ZERO);

    public Damping {
      if (raiseAfter < 1 || clearAfter < 1 || quietAfterClear.isNegative()) {
        throw new IllegalArgumentException("not a damping: " + raiseAfter + ", " + clearAfter);
      }
    }
  }
}
