package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * What becomes of an alert that is stored already. All values are absolute.
 *
 * @param escalation present when it grew worse
 * @param clearedAt present when it is over
 */
public record AlertUpdate(
    UUID alert,
    long occurrences,
    Instant lastSeenAt,
    Optional<Escalation> escalation,
    Optional<Instant> clearedAt) {
  /** A worse severity, and why. */
  public record Escalation(Severity severity, Text why, Wording words) {}

  /** This update followed by a later one of the same alert. */
  AlertUpdate then(AlertUpdate later) {
    return new AlertUpdate(
        alert,
        later.occurrences,
        later.lastSeenAt,
        later.escalation.or(() -> escalation),
        later.clearedAt.or(() -> clearedAt));
  }
}
