package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.text.Text;

/**
 * What the town remembers of one condition of one device, so that damping survives a restart and
 * works across nodes.
 *
 * @param rule id of the alarm rule that last raised it; only its word clears the condition
 * @param abnormal abnormal readings in a row, while no alert is open
 * @param normal normal readings in a row
 * @param clearedAt when the last alert cleared
 * @param open the open alert
 * @param held what was suppressed as flapping and is still so
 */
public record ConditionTrack(
    String condition,
    String rule,
    int abnormal,
    int normal,
    Optional<Instant> lastAbnormalAt,
    Optional<Instant> lastNormalAt,
    Optional<Instant> clearedAt,
    Optional<Open> open,
    Optional<Held> held) {
  /** The open alert of a condition. */
  public record Open(UUID alert, Severity severity, long occurrences, boolean opensCase) {}

  /** An abnormal reading within the quiet time, to be raised at its end unless it passes. */
  public record Held(Severity severity, Text why, Instant observedAt) {}

  static ConditionTrack start(String condition, String rule) {
    return start(condition, rule, Optional.empty());
  }

  /** A condition that is known not to have held at that time. */
  static ConditionTrack start(String condition, String rule, Optional<Instant> normalAt) {
    return new ConditionTrack(
        condition,
        rule,
        0,
        0,
        Optional.empty(),
        normalAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
