package org.zhili.resources.internal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhili.alert.Severity;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.internal.city.AssetBody;
import org.zhili.resources.internal.city.DeviceBody;

/**
 * Rows as the bodies that single entries are brought with. What was not filled in is absent, as in
 * a body without the field, and refused as there.
 */
@SuppressWarnings("NullAway")
final class Bodies {
  private Bodies() {}

  /** Both degrees, or none. */
  static Optional<PositionBody> position(Filled row) {
    Optional<Double> latitude = row.number("position.latitude");
    Optional<Double> longitude = row.number("position.longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PositionBody(latitude.orElse(null), longitude.orElse(null)));
  }

  static AssetBody asset(Filled row) {
    String zh = row.text("name.zh").orElse(null);
    return new AssetBody(
        row.text("type").orElse(null),
        new AssetBody.NameBody(zh, row.text("name.en").orElse(zh)),
        row.text("area").orElse(null),
        row.needed("address"),
        position(row),
        row.text("owner"),
        row.text("competent"),
        row.text("maintainer"),
        row.text("supervisor"));
  }

  static ReportBody report(Filled row, Optional<Severity> severity) {
    return new ReportBody(
        row.text("type").orElse(null),
        row.text("filing"),
        row.text("source").orElse(null),
        row.text("subject").orElse(null),
        row.text("condition").orElse(null),
        row.text("area").orElse(null),
        row.needed("address"),
        position(row),
        row.needed("summary"),
        severity,
        row.text("asset"),
        List.of(),
        Optional.empty());
  }

  static DeviceBody device(Filled row) {
    return new DeviceBody(
        row.text("type").orElse(null),
        row.text("driver").orElse(null),
        row.text("area").orElse(null),
        row.needed("address"),
        position(row),
        row.text("asset"),
        settings(row),
        row.text("network"));
  }

  /** Each on a line of its own, as {@code key = value}. */
  private static Map<String, String> settings(Filled row) {
    Map<String, String> settings = new TreeMap<>();
    for (String line : row.needed("settings").split("\n")) {
      int at = line.indexOf('=');
      if (at > 0) {
        settings.put(line.substring(0, at).strip(), after(line, at));
      } else if (!line.isBlank()) {
        throw Form.wrong("settings", "setting");
      }
    }
    return settings;
  }

  /** One blank belongs to how it is written, more to the value. */
  private static String after(String line, int equals) {
    String value = line.substring(equals + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
