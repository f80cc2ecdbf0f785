package org.zhili.urban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.module.Contribution;
import org.zhili.urban.internal.HighRule;

/** What city operation makes of smoke, calls for help, water, air and failing sensors. */
class SensorAlarmsTest extends AlarmRules {
  @Test
  void smoke_is_critical_until_the_detector_says_normal_and_a_test_of_it_is_nothing() {
    assertThat(smoke("alarm")).isEqualTo(abnormal("smoke", Severity.CRITICAL, "urban.smoke"));
    assertThat(smoke("normal")).isEqualTo(new Judgment.Normal());
    for (String event :
        List.of("silent", "low battery", "testing alarm with normal battery", "no such event")) {
      assertThat(smoke(event)).as(event).isEqualTo(new Judgment.NotApplicable());
    }
  }

  @Test
  void a_detector_that_was_taken_down_or_broke_cannot_give_alarm() {
    assertThat(smoke("removed"))
        .isEqualTo(abnormal("removed", Severity.MAJOR, "urban.smoke-removed"));
    assertThat(smoke("installed")).isEqualTo(new Judgment.Normal());
    assertThat(smoke("failover"))
        .isEqualTo(abnormal("sensor-fault", Severity.MAJOR, "urban.sensor-fault"));
  }

  @Test
  void a_call_for_help_is_critical_however_the_button_was_pressed() {
    for (String press : List.of("short press", "long press", "double press")) {
      assertThat(judge("urban.help", "button.press", new Value.Label(press), Map.of()))
          .isEqualTo(abnormal("help", Severity.CRITICAL, "urban.help"));
    }
  }

  @Test
  void water_is_high_from_the_depth_its_device_is_set_to_until_it_has_clearly_fallen() {
    Map<String, String> set = Map.of("water.depth.high", "150.5");
    assertThat(water(150.5, set))
        .isEqualTo(
            new Judgment.Abnormal(
                "water-depth-high",
                Severity.CRITICAL,
                org.zhili.text.Text.of("urban.high.water.depth", "150.5", "150.5")));
    assertThat(water(140, set)).isEqualTo(new Judgment.NotApplicable());
    assertThat(water(100, set)).isEqualTo(new Judgment.Normal());
    assertThat(water(900, Map.of())).isEqualTo(new Judgment.NotApplicable());
    assertThat(((Judgment.Abnormal) water(200, set)).why().arguments())
        .containsExactly("200", "150.5");
  }

  @Test
  void every_high_value_has_words() {
    List<Contribution.Alarm> high =
        all(Contribution.Alarm.class).stream().filter(a -> a.rule() instanceof HighRule).toList();
    assertThat(high).hasSize(9);
    assertThat(high)
        .allSatisfy(
            a -> {
              String metric = ((HighRule) a.rule()).metric();
              assertThat(a.metrics()).containsExactly(metric);
              assertThat(words.knows("urban.high." + metric)).as(metric).isTrue();
            });
  }

  @Test
  void a_sensor_that_fails_is_minor_until_it_measures_again_and_warming_up_is_no_fault() {
    String alarm = "urban.fault-air-nh3";
    assertThat(judge(alarm, "air.nh3.status", new Value.Label("device error"), Map.of()))
        .isEqualTo(abnormal("sensor-fault", Severity.MINOR, "urban.sensor-fault"));
    assertThat(judge(alarm, "air.nh3.status", new Value.Label("polarizing"), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(judge(alarm, "air.nh3", new Value.Measure(0), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(
            judge(
                "urban.fault-water-depth",
                "water.depth.status",
                new Value.Label("collection failed"),
                Map.of()))
        .isInstanceOf(Judgment.Abnormal.class);
  }
}
