package org.zhili.resources.internal.city;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.Alarm;
import org.zhili.resources.internal.Wordings;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Something abnormal a device reported, and what became of it (告警台账).
 *
 * @param metric what was judged; empty when the device fell silent
 * @param alert the alert it raised or was merged into; a case that came of it names it as evidence
 * @param reason why it was suppressed, or why the alert it raised opens no case
 */
public record AlarmView(
    String rule,
    String condition,
    String metric,
    Severity severity,
    Wording why,
    Instant observedAt,
    Instant receivedAt,
    Alarm.Disposition disposition,
    Wording dispositionName,
    Optional<String> alert,
    Optional<Wording> reason) {
  static AlarmView of(Alarm alarm, Function<Text, Wording> words) {
    return new AlarmView(
        alarm.rule(),
        alarm.condition(),
        alarm.metric(),
        alarm.severity(),
        words.apply(alarm.why()),
        alarm.observedAt(),
        alarm.receivedAt(),
        alarm.disposition(),
        Wordings.of(alarm.disposition()),
        alarm.alert().map(UUID::toString),
        alarm.reason().map(words));
  }
}
