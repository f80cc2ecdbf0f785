package org.zhili.urban;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.zhili.text.Words;

/** Asks the alarm rules of city operation what they make of a value. */
abstract class AlarmRules {
  static final DeviceId ID = new DeviceId("MC-001");

  final UrbanModule module = new UrbanModule();
  final Words words = Words.beside(UrbanModule.class);

  <C extends Contribution> List<C> all(Class<C> kind) {
    return module.contributions().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Judgment judge(String alarm, String metric, Value value, Map<String, String> settings) {
    Device device =
        new Device(
            ID,
            "any",
            "city-json",
            new AreaId("district"),
            "中山路100号",
            Optional.empty(),
            Optional.empty(),
            settings);
    Reading reading =
        new Reading(ID, metric, value, Instant.parse("2026-03-02T01:00:00Z"), TimeSource.DEVICE);
    Observation observation = new Observation(reading, Optional.empty(), device, Optional.empty());
    return all(Contribution.Alarm.class).stream()
        .filter(a -> a.id().equals(alarm))
        .findFirst()
        .orElseThrow()
        .rule()
        .judge(observation);
  }

  Judgment status(String alarm, String status) {
    return judge(alarm, "status", new Value.Label(status), Map.of());
  }

  Judgment smoke(String event) {
    return judge("urban.smoke", "smoke.event", new Value.Label(event), Map.of());
  }

  Judgment water(double depth, Map<String, String> settings) {
    return judge("urban.high-water-depth", "water.depth", new Value.Measure(depth), settings);
  }

  Judgment.Abnormal abnormal(String condition, Severity severity, String key) {
    assertThat(words.knows(key)).as(key).isTrue();
    return new Judgment.Abnormal(condition, severity, org.zhili.text.Text.of(key));
  }
}
