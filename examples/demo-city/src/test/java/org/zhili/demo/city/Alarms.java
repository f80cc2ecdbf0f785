package org.zhili.demo.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.city.Device;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;
import org.zhili.text.Language;
import org.zhili.text.Words;
import org.zhili.urban.UrbanModule;

/**
 * The alarms the rules of city operation can raise, found by showing every rule what may be wrong.
 */
final class Alarms {
  private static final Pattern STATUS = Pattern.compile("urban\\.(?:cover|bin)\\.(\\w+)");
  private static final DeviceId ID = new DeviceId("D-1");

  /** Settings under which rules judge at all; one of them wants a depth, another none. */
  private static final List<Map<String, String>> SETTINGS =
      List.of(Map.of("cover.tilt", "15"), Map.of("bin.depth", "1000"));

  /** What the sensors' own vendors call what is wrong. */
  private static final List<String> EVENTS =
      List.of("alarm", "failover", "removed", "short press", "device error", "collection failed");

  private Alarms() {}

  /** What is raised for a device of that type. */
  record Raised(String type, String condition, Severity severity) {}

  static Set<Raised> all() {
    Set<Raised> found = new HashSet<>();
    for (Contribution contribution : new UrbanModule().contributions()) {
      if (contribution instanceof Contribution.Alarm alarm) {
        alarm.deviceTypes().forEach(type -> ask(alarm, type, found));
      } else if (contribution instanceof Contribution.Silence silence) {
        silence
            .deviceTypes()
            .forEach(type -> found.add(new Raised(type, "offline", silence.severity())));
      }
    }
    return found;
  }

  private static void ask(Contribution.Alarm alarm, String type, Set<Raised> found) {
    for (String metric : alarm.metrics()) {
      for (Value value : values(metric)) {
        for (Map<String, String> settings : settings(metric)) {
          if (alarm.rule().judge(seen(type, metric, value, settings))
              instanceof Judgment.Abnormal abnormal) {
            found.add(new Raised(type, abnormal.condition(), abnormal.severity()));
          }
        }
      }
    }
  }

  private static List<Map<String, String>> settings(String metric) {
    List<Map<String, String>> settings = new ArrayList<>(SETTINGS);
    settings.add(Map.of(metric + ".high", "1000"));
    return settings;
  }

  /** Far too little, far too much, a raised flag, and every status there are words for. */
  private static List<Value> values(String metric) {
    List<Value> values = new ArrayList<>();
    values.add(new Value.Measure(-1_000_000));
    values.add(new Value.Measure(1_000_000));
    values.add(new Value.Flag(true));
    if (!metric.equals("status")) {
      EVENTS.forEach(event -> values.add(new Value.Label(event)));
    }
    for (String key : Words.beside(UrbanModule.class).keys(Language.EN)) {
      Matcher status = STATUS.matcher(key);
      if (status.matches() && !status.group(1).equals("other")) {
        values.add(new Value.Label(status.group(1)));
      }
    }
    return values;
  }

  private static Observation seen(
      String type, String metric, Value value, Map<String, String> settings) {
    Device device =
        new Device(
            ID,
            type,
            "city-json",
            new AreaId("a"),
            "中山路100号",
            Optional.empty(),
            Optional.empty(),
            settings);
    Reading reading =
        new Reading(ID, metric, value, Instant.parse("2026-03-02T01:00:00Z"), TimeSource.DEVICE);
    return new Observation(reading, Optional.empty(), device, Optional.empty());
  }
}
