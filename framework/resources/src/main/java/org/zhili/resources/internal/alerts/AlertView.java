package org.zhili.resources.internal.alerts;

import java.time.Instant;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseFile;
import org.zhili.city.Device;
import org.zhili.core.alert.NotedAlert;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.IngestWords;
import org.zhili.id.AssetId;
import org.zhili.resources.internal.ReadingView;
import org.zhili.rules.AlertPolicy;
import org.zhili.text.Wording;

/**
 * A condition of a device that somebody should know of (告警).
 *
 * @param why in the words it was raised with, or last grew worse
 * @param open whether the condition still holds
 * @param opens the type of case the city opens for it
 * @param whyNoCase why the city opens none; nothing when it does
 * @param caseNumber the open case about it, where one alert is read
 * @param reading the one that raised it; none when time did
 */
public record AlertView(
    String id,
    String device,
    String deviceType,
    Optional<String> asset,
    String area,
    String address,
    String condition,
    String rule,
    Severity severity,
    Wording why,
    boolean open,
    Optional<String> opens,
    Optional<Wording> whyNoCase,
    Optional<String> caseNumber,
    Optional<ReadingView> reading,
    Instant observedAt,
    Instant raisedAt,
    Instant lastSeenAt,
    long occurrences,
    Optional<Instant> clearedAt,
    Optional<String> acknowledgedBy,
    Optional<Instant> acknowledgedAt) {
  static AlertView of(NotedAlert noted, Optional<CaseFile> file) {
    Alert alert = noted.alert();
    Device device = alert.device();
    return new AlertView(
        alert.id().toString(),
        device.id().value(),
        device.type(),
        device.asset().map(AssetId::value),
        device.area().value(),
        device.address(),
        alert.condition(),
        alert.rule(),
        alert.severity(),
        alert.words(),
        alert.clearedAt().isEmpty(),
        alert.opens().map(AlertPolicy.Opens::caseType),
        alert.whyNoCase().map(IngestWords.words()::render),
        file.map(CaseFile::number),
        alert.reading().map(ReadingView::of),
        alert.observedAt(),
        alert.raisedAt(),
        alert.lastSeenAt(),
        alert.occurrences(),
        alert.clearedAt(),
        noted.acknowledgement().map(Acknowledgement::by),
        noted.acknowledgement().map(Acknowledgement::at));
  }
}
