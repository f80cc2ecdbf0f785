package org.zhili.driver.hj212;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * The readings of one data area with measurements (污染物数据).
 *
 * <p>Only what the instrument itself calls normal is a measurement: while it stands still, is
 * broken, being maintained or calibrated, is beyond its range or set by hand (table 8), the value
 * is left out, and the factor's flag is reported instead. A measurement that is newer than the flag
 * says that all is well again.
 */
final class Measurements {
  static final Metric UNREAD = new Metric("unread", "1");

  private static final String NORMAL = "N";
  private static final String FLAG = "Flag";
  private static final String SAMPLED = "SampleTime";
  private static final int LONGEST = 400;

  private static final Map<String, String> FLAGS =
      Map.of(
          "F", "stopped",
          "M", "maintained",
          "S", "set-by-hand",
          "D", "fault",
          "C", "calibrating",
          "T", "over-range",
          "B", "disconnected");

  /** Fields of a factor that tell of its instrument, not of what it measures. */
  private static final Set<String> ABOUT = Set.of(FLAG, SAMPLED, "EFlag", "SN", "Info");

  private final DeviceId device;
  private final Period period;
  private final Instant at;
  private final List<Reading> readings = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();

  private Measurements(DeviceId device, Period period, Instant at) {
    this.device = device;
    this.period = period;
    this.at = at;
  }

  static List<Reading> read(DeviceId device, Period period, Instant at, Area area)
      throws Malformed {
    Measurements found = new Measurements(device, period, at);
    for (Map.Entry<String, Map<String, String>> item : area.items().entrySet()) {
      found.item(item.getKey(), item.getValue());
    }
    return found.readings();
  }

  private void item(String code, Map<String, String> values) throws Malformed {
    Optional<Factor> factor = Factors.of(code);
    if (factor.isEmpty()) {
      unread.add(Area.shown(code));
      return;
    }
    Instant sampled = Optional.ofNullable(values.get(SAMPLED)).flatMap(BeijingTime::of).orElse(at);
    String flag = values.getOrDefault(FLAG, NORMAL);
    if (flag.length() != 1) {
      throw new Malformed(code + "-Flag of one character", "\"" + Area.shown(flag) + "\"");
    }
    if (!flag.equals(NORMAL)) {
      flag(factor.get(), FLAGS.getOrDefault(flag, flag), sampled);
      return;
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!ABOUT.contains(value.getKey())) {
        value(factor.get(), value.getKey(), value.getValue(), sampled);
      }
    }
  }

  private void value(Factor factor, String name, String text, Instant sampled) throws Malformed {
    Optional<Aspect> aspect = Aspect.of(name);
    Optional<Metric> metric = aspect.flatMap(known -> factor.metric(period, known));
    if (aspect.isEmpty() || metric.isEmpty()) {
      unread.add(factor.code() + "-" + Area.shown(name));
      return;
    }
    if (!text.matches("[+-]?\\d{1,14}(\\.\\d{1,14})?")) {
      throw new Malformed(
          factor.code() + "-" + name + " to be a number", "\"" + Area.shown(text) + "\"");
    }
    double number = Double.parseDouble(text);
    if (factor.isPossible(aspect.get(), number)) {
      add(metric.get().key(), new Value.Measure(number), sampled);
    } else {
      flag(factor, "impossible", sampled);
    }
  }

  private void flag(Factor factor, String word, Instant sampled) {
    add(factor.flag(period).key(), new Value.Label(word), sampled);
  }

  private List<Reading> readings() {
    if (!unread.isEmpty()) {
      String all = String.join(" ", unread);
      String shown = all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
      add(UNREAD.key(), new Value.Label(shown), at);
    }
    return readings;
  }

  private void add(String metric, Value value, Instant when) {
    readings.add(new Reading(device, metric, value, when, TimeSource.ASSUMED_ZONE));
  }
}
