package org.zhili.core.casework;

import static org.zhili.core.casework.ActionWords.need;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhili.alert.Severity;
import org.zhili.casework.Report;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Reports as the plain words the first entry of a trace keeps, and back. */
final class ReportWords {
  private ReportWords() {}

  static SortedMap<String, String> of(Report report) {
    TreeMap<String, String> words = new TreeMap<>();
    words.put("key", report.key());
    words.put("source", report.source());
    words.put("subject", report.subject());
    words.put("condition", report.condition());
    words.put("area", report.area().value());
    words.put("address", report.address());
    words.put("summary.zh", report.summary().zh());
    words.put("summary.en", report.summary().en());
    words.put("severity", report.severity().name());
    words.put("reportedAt", report.reportedAt().toString());
    report.position().ifPresent(p -> words.put("position", p.latitude() + " " + p.longitude()));
    report.device().ifPresent(device -> words.put("device", device.value()));
    report.asset().ifPresent(asset -> words.put("asset", asset.value()));
    report.owner().ifPresent(owner -> words.put("owner", owner.value()));
    ActionWords.evidence(words, report.evidence());
    return words;
  }

  static Report report(SortedMap<String, String> words) {
    return new Report(
        need(words, "key"),
        need(words, "source"),
        need(words, "subject"),
        need(words, "condition"),
        new AreaId(need(words, "area")),
        need(words, "address"),
        maybe(words, "position", ReportWords::position),
        new Wording(need(words, "summary.zh"), need(words, "summary.en")),
        Severity.valueOf(need(words, "severity")),
        Instant.parse(need(words, "reportedAt")),
        maybe(words, "device", DeviceId::new),
        maybe(words, "asset", AssetId::new),
        maybe(words, "owner", UnitId::new),
        ActionWords.evidence(words));
  }

  private static Value.Position position(String words) {
    int blank = words.indexOf(' ');
    return new Value.Position(
        Double.parseDouble(words.substring(0, blank)),
        Double.parseDouble(words.substring(blank + 1)));
  }

  private static <T> Optional<T> maybe(
      SortedMap<String, String> words, String name, Function<String, T> read) {
    return Optional.ofNullable(words.get(name)).map(read);
  }
}
