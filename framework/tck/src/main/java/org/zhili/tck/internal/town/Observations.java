package org.zhili.tck.internal.town;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.alert.Observation;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution.Alarm;
import org.zhili.text.Wording;

/** What a rule may be shown, ordinary and odd: a driver may be wrong, and a setting mistyped. */
public final class Observations {
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
  private static final DeviceId ID = new DeviceId("D-1");
  private static final AreaId AREA = new AreaId("district");
  private static final AssetId ASSET = new AssetId("A-1");

  private static final List<Value> VALUES =
      Stream.of(
              Stream.of(-1e308, -90, -1, -0.0, 0, Double.MIN_VALUE, 0.5, 0.9, 1, 9.99, 15, 70)
                  .map(number -> new Value.Measure(number.doubleValue())),
              Stream.of(90, 100, 101, 1000, 65_535, 1e9, Double.MAX_VALUE)
                  .map(number -> new Value.Measure(number.doubleValue())),
              Stream.of(true, false).map(Value.Flag::new),
              Stream.of("", " ", "normal", "Tilted", "fire", "盖子 Half Open!", "{0} {9} '", "-_-")
                  .map(Value.Label::new),
              Stream.of("\0\n", "x".repeat(10_000), "İstanbul", "true", "90").map(Value.Label::new),
              Stream.of(new Value.Position(0, 0), new Value.Position(-90, 180)))
          .<Value>flatMap(values -> values)
          .toList();

  private static final List<String> SETTINGS =
      List.of("", "0", "-1", "1", "10", "1000", "1e3", "0.5", "NaN", "many", "１２", "9".repeat(400));

  private Observations() {}

  /**
   * Everything for one rule: each value on each of its metrics, with each of the settings at odds.
   *
   * @param settings names of the settings that rules of the module look at
   */
  public static List<Observation> of(Alarm alarm, Set<String> settings) {
    List<Map<String, String>> devices = new ArrayList<>();
    devices.add(Map.of());
    settings.stream()
        .sorted()
        .forEach(name -> SETTINGS.forEach(value -> devices.add(Map.of(name, value))));
    String type = alarm.deviceTypes().stream().sorted().findFirst().orElse("any");
    List<Observation> all = new ArrayList<>();
    for (String metric : alarm.metrics().stream().sorted().toList()) {
      for (Map<String, String> device : devices) {
        for (int i = 0; i < VALUES.size(); i++) {
          all.add(observation(type, metric, device, i));
        }
      }
    }
    return all;
  }

  /** With and without a reading before, of the same or of another form, and an asset. */
  private static Observation observation(
      String type, String metric, Map<String, String> settings, int value) {
    Value before = VALUES.get((value * 7 + 3) % VALUES.size());
    return new Observation(
        reading(metric, VALUES.get(value)),
        value % 3 == 0 ? Optional.empty() : Optional.of(reading(metric, before)),
        new Device(
            ID,
            type,
            "any-driver",
            AREA,
            "中山路100号",
            Optional.empty(),
            value % 2 == 0 ? Optional.empty() : Optional.of(ASSET),
            settings),
        value % 2 == 0 ? Optional.empty() : Optional.of(asset(type)));
  }

  private static Reading reading(String metric, Value value) {
    return new Reading(ID, metric, value, AT, TimeSource.DEVICE);
  }

  private static Asset asset(String type) {
    return new Asset(
        ASSET,
        type,
        Wording.same("A-1"),
        AREA,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
