package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * One abnormal judgment and what became of it, so that every alarm can be accounted for. The key is
 * device, rule, condition, metric and {@code observedAt}; the first entry under a key stands.
 *
 * @param metric the metric judged; empty when time and not a reading was judged
 * @param alert the alert it raised or was merged into
 * @param reason why it was suppressed
 */
public record Alarm(
    DeviceId device,
    String rule,
    String condition,
    String metric,
    Severity severity,
    Text why,
    Instant observedAt,
    Instant receivedAt,
    Disposition disposition,
    Optional<UUID> alert,
    Optional<Text> reason) {
  /** What became of an alarm. */
  public enum Disposition {
    /** It opened an alert. */
    RAISED,
    /** An alert was open already. */
    MERGED,
    /** Fewer in a row than the city wants before it raises an alert. */
    DEBOUNCED,
    /** Kept, but raised nothing, for the reason given. */
    SUPPRESSED
  }
}
