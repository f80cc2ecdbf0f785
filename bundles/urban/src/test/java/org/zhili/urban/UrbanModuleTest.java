package org.zhili.urban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.device.Value;
import org.zhili.module.Contribution;
import org.zhili.text.Language;

/** What city operation brings, and what it makes of covers and bins. */
class UrbanModuleTest extends AlarmRules {
  @Test
  void the_tilted_cover_of_the_city_is_a_major_alarm() {
    assertThat(status("urban.cover-status", "tilted"))
        .isEqualTo(
            new Judgment.Abnormal(
                "tilted", Severity.MAJOR, org.zhili.text.Text.of("urban.cover.tilted")));
    assertThat(status("urban.cover-status", "Normal")).isEqualTo(new Judgment.Normal());
  }

  @Test
  void a_status_nobody_knows_is_abnormal_all_the_same() {
    Judgment.Abnormal abnormal = (Judgment.Abnormal) status("urban.cover-status", "盖子 Half Open!");
    assertThat(abnormal.condition()).isEqualTo("half-open-");
    assertThat(abnormal.severity()).isEqualTo(Severity.MINOR);
    assertThat(((Judgment.Abnormal) status("urban.bin-status", "坏")).condition())
        .isEqualTo("unknown");
  }

  @Test
  void a_bin_is_full_by_its_own_depth_and_stays_so_until_it_is_clearly_emptied() {
    Map<String, String> deep = Map.of("bin.depth", "1000");
    String alarm = "urban.bin-distance";
    assertThat(judge(alarm, "bin.distance", new Value.Measure(80), deep))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(judge(alarm, "bin.distance", new Value.Measure(150), deep))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(judge(alarm, "bin.distance", new Value.Measure(900), deep))
        .isEqualTo(new Judgment.Normal());
    assertThat(judge(alarm, "bin.distance", new Value.Measure(80), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
  }

  @Test
  void a_device_can_have_its_own_bound() {
    Map<String, String> early = Map.of("bin.full", "0.5");
    assertThat(judge("urban.bin-fill", "bin.fill", new Value.Measure(0.6), early))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(judge("urban.bin-fill", "bin.fill", new Value.Measure(0.6), Map.of()))
        .isEqualTo(new Judgment.Normal());
  }

  @Test
  void a_low_battery_is_minor_and_recovers_with_some_distance() {
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(9), Map.of()))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(12), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(80), Map.of()))
        .isEqualTo(new Judgment.Normal());
  }

  @Test
  void a_battery_can_have_its_own_bound_in_percent() {
    Map<String, String> early = Map.of("battery.low", "30");
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(25), early))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(33), early))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(judge("urban.battery", "battery.level", new Value.Measure(36), early))
        .isEqualTo(new Judgment.Normal());
  }

  @Test
  void a_burning_bin_is_critical_until_it_has_cooled_down() {
    String alarm = "urban.bin-hot";
    assertThat(judge(alarm, "temperature", new Value.Measure(96), Map.of()))
        .isEqualTo(
            new Judgment.Abnormal(
                "hot", Severity.CRITICAL, org.zhili.text.Text.of("urban.hot", "96")));
    assertThat(judge(alarm, "temperature", new Value.Measure(65), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(judge(alarm, "temperature", new Value.Measure(38), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(judge(alarm, "temperature", new Value.Measure(65), Map.of("bin.hot", "64.5")))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(words.knows("urban.hot")).isTrue();
  }

  @Test
  void flags_raise_and_clear() {
    assertThat(judge("urban.cover-moved", "cover.moved", new Value.Flag(true), Map.of()))
        .isInstanceOf(Judgment.Abnormal.class);
    assertThat(judge("urban.cover-moved", "cover.moved", new Value.Flag(false), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(judge("urban.cover-moved", "cover.moved", new Value.Label("x"), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
  }

  @Test
  void the_threshold_alarm_of_a_bins_own_sensor_is_an_alarm_where_its_depth_is_unknown() {
    String alarm = "urban.bin-fill-alarm";
    assertThat(judge(alarm, "bin.distance.alarm", new Value.Flag(true), Map.of()))
        .isEqualTo(
            new Judgment.Abnormal(
                "fill-alarm", Severity.MAJOR, org.zhili.text.Text.of("urban.bin-fill-alarm")));
    assertThat(judge(alarm, "bin.distance.alarm", new Value.Flag(false), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(
            judge(alarm, "bin.distance.alarm", new Value.Flag(true), Map.of("bin.depth", "1200")))
        .isEqualTo(new Judgment.NotApplicable());
    assertThat(words.knows("urban.bin-fill-alarm")).isTrue();
  }

  @Test
  void the_temperature_alarm_of_a_bins_own_sensor_is_an_alarm_beside_that_of_a_fire() {
    String alarm = "urban.bin-temperature-alarm";
    assertThat(judge(alarm, "temperature.alarm", new Value.Flag(true), Map.of()))
        .isEqualTo(
            new Judgment.Abnormal(
                "temperature-alarm",
                Severity.MAJOR,
                org.zhili.text.Text.of("urban.bin-temperature-alarm")));
    assertThat(judge(alarm, "temperature.alarm", new Value.Flag(false), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(words.knows("urban.bin-temperature-alarm")).isTrue();
  }

  @Test
  void a_cover_is_tilted_from_the_angle_its_device_is_set_to_to_either_side() {
    Map<String, String> set = Map.of("cover.tilt", "20");
    for (String axis : List.of("x", "y")) {
      String alarm = "urban.cover-tilt-" + axis;
      String metric = "cover.tilt." + axis;
      assertThat(judge(alarm, metric, new Value.Measure(-20), set))
          .isEqualTo(
              new Judgment.Abnormal(
                  "tilted", Severity.MAJOR, org.zhili.text.Text.of("urban.tilted", "20")));
      assertThat(judge(alarm, metric, new Value.Measure(20), set))
          .isInstanceOf(Judgment.Abnormal.class);
      assertThat(judge(alarm, metric, new Value.Measure(19), set))
          .isEqualTo(new Judgment.NotApplicable());
      assertThat(judge(alarm, metric, new Value.Measure(-17), set))
          .isEqualTo(new Judgment.Normal());
    }
    assertThat(words.knows("urban.tilted")).isTrue();
  }

  @Test
  void a_small_bound_leaves_room_to_be_well_again() {
    assertThat(
            judge(
                "urban.cover-tilt-x",
                "cover.tilt.x",
                new Value.Measure(0),
                Map.of("cover.tilt", "2")))
        .isEqualTo(new Judgment.Normal());
  }

  @Test
  void an_angle_nobody_set_a_bound_for_says_nothing() {
    assertThat(judge("urban.cover-tilt-y", "cover.tilt.y", new Value.Measure(80), Map.of()))
        .isEqualTo(new Judgment.NotApplicable());
  }

  @Test
  void a_bin_that_says_it_burns_is_critical_and_its_low_battery_is_minor() {
    assertThat(judge("urban.bin-fire", "bin.fire", new Value.Flag(true), Map.of()))
        .isEqualTo(abnormal("fire", Severity.CRITICAL, "urban.bin-fire"));
    assertThat(judge("urban.bin-fire", "bin.fire", new Value.Flag(false), Map.of()))
        .isEqualTo(new Judgment.Normal());
    assertThat(judge("urban.bin-battery-alarm", "battery.alarm", new Value.Flag(true), Map.of()))
        .isEqualTo(abnormal("battery-low", Severity.MINOR, "urban.battery-alarm"));
  }

  @Test
  void six_of_the_seven_steps_of_the_loop_are_those_of_a_case_and_the_evaluation_is_none() {
    CaseType type = all(Contribution.Cases.class).get(0).type();
    List<String> loop = List.of("信息收集", "案卷建立", "任务派遣", "任务处理", "处理反馈", "核查结案", "综合评价");
    assertThat(type.steps())
        .extracting(step -> step.name().zh())
        .containsExactlyElementsOf(loop.subList(0, 6));
    assertThat(type.steps()).extracting(CaseType.Step::shownAs).containsExactly(CaseState.values());
    assertThat(type.steps().get(5).shownAs()).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void everything_is_prefixed_by_the_module_and_has_words() {
    assertThat(all(Contribution.Alarm.class)).allMatch(a -> a.id().startsWith("urban."));
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).isNotEmpty();
    for (String status :
        List.of("tilted", "displaced", "missing", "flooded", "full", "fire", "x")) {
      for (String alarm : List.of("urban.cover-status", "urban.bin-status")) {
        Judgment.Abnormal abnormal = (Judgment.Abnormal) status(alarm, status);
        assertThat(words.knows(abnormal.why().key())).as(abnormal.why().key()).isTrue();
      }
    }
  }
}
