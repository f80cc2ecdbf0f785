package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.city.Device;
import org.zhili.device.Reading;
import org.zhili.rules.AlertPolicy;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A condition of a device that somebody should know of (告警). At most one is open per device and
 * condition.
 *
 * @param device the device as it was registered when the alert was raised
 * @param rule id of the alarm rule or silence that raised it
 * @param words {@code why}, rendered when it was raised or last grew worse
 * @param opens the case it opens, by the city's policy at that time
 * @param reading the reading that raised it; none when time did
 * @param observedAt when the condition was observed that raised it
 * @param raisedAt when the town raised it
 * @param lastSeenAt when the condition was last observed
 * @param occurrences abnormal readings in order of time since it was raised, that one included
 */
public record Alert(
    UUID id,
    Device device,
    String condition,
    String rule,
    Severity severity,
    Text why,
    Wording words,
    Optional<AlertPolicy.Opens> opens,
    Optional<Reading> reading,
    Instant observedAt,
    Instant raisedAt,
    Instant lastSeenAt,
    long occurrences,
    Optional<Instant> clearedAt) {
  private static final Text NO_CASE = Text.of("ingest.raised.no-case");

  /** Why it opens no case; empty when it does. */
  public Optional<Text> whyNoCase() {
    return whyNoCase(opens);
  }

  static Optional<Text> whyNoCase(Optional<AlertPolicy.Opens> opens) {
    return opens.isPresent() ? Optional.empty() : Optional.of(NO_CASE);
  }

  /** This alert after an update of its own. */
  public Alert after(AlertUpdate update) {
    Optional<AlertUpdate.Escalation> worse = update.escalation();
    return new Alert(
        id,
        device,
        condition,
        rule,
        worse.map(AlertUpdate.Escalation::severity).orElse(severity),
        worse.map(AlertUpdate.Escalation::why).orElse(why),
        worse.map(AlertUpdate.Escalation::words).orElse(words),
        opens,
        reading,
        observedAt,
        raisedAt,
        update.lastSeenAt(),
        update.occurrences(),
        update.clearedAt());
  }
}
