package org.zhili.urban.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.module.Contribution;
import org.zhili.text.Text;

/** What sensors beside those of covers and bins mean: water, smoke, air, noise, calls for help. */
public final class SensorAlarms {
  private static final Set<String> WATER = Set.of("water_level");
  private static final Set<String> SMOKE = Set.of("smoke_detector");
  private static final Set<String> TOILET = Set.of("public_toilet");
  private static final Set<String> AIR = Set.of("air_monitor");
  private static final Set<String> NOISE = Set.of("noise_meter");
  private static final Set<String> BUTTON = Set.of("help_button");

  /** These speak many times a day. */
  private static final Set<String> OFTEN =
      Set.of("water_level", "public_toilet", "air_monitor", "noise_meter");

  /** These say once a day that they are there, unless something happens. */
  private static final Set<String> SELDOM = Set.of("smoke_detector", "help_button");

  private SensorAlarms() {}

  public static List<Contribution> all() {
    return List.of(
        high(WATER, "water.depth", Severity.CRITICAL),
        fault(WATER, "water.depth", "collection failed", "out of range"),
        new Contribution.Alarm("urban.smoke", SMOKE, Set.of("smoke.event"), smoke()),
        high(TOILET, "air.nh3", Severity.MINOR),
        high(TOILET, "air.h2s", Severity.MINOR),
        fault(TOILET, "air.nh3", "device error"),
        fault(TOILET, "air.h2s", "device error"),
        high(AIR, "air.co2", Severity.MINOR),
        high(AIR, "air.pm25", Severity.MINOR),
        high(AIR, "air.pm10", Severity.MINOR),
        high(AIR, "air.o3", Severity.MAJOR),
        high(AIR, "air.hcho", Severity.MAJOR),
        high(NOISE, "noise.a.equivalent", Severity.MINOR),
        new Contribution.Alarm("urban.help", BUTTON, Set.of("button.press"), help()),
        battery("often", OFTEN),
        battery("seldom", SELDOM),
        silence("often", OFTEN, 24),
        silence("seldom", SELDOM, 48));
  }

  private static Contribution high(Set<String> types, String metric, Severity severity) {
    return new Contribution.Alarm(
        "urban.high-" + metric.replace('.', '-'),
        types,
        Set.of(metric),
        new HighRule(metric, severity));
  }

  private static Contribution fault(Set<String> types, String metric, String... faults) {
    return new Contribution.Alarm(
        "urban.fault-" + metric.replace('.', '-'),
        types,
        Set.of(metric, metric + ".status"),
        new SensorFaultRule(Set.of(faults)));
  }

  private static Contribution battery(String spoken, Set<String> types) {
    return new Contribution.Alarm(
        "urban.battery-" + spoken, types, Set.of("battery.level"), LevelRule.battery());
  }

  private static Contribution silence(String spoken, Set<String> types, int hours) {
    return new Contribution.Silence(
        "urban.silence-" + spoken,
        types,
        Duration.ofHours(hours),
        Severity.MINOR,
        Text.of("urban.offline", Integer.toString(hours)));
  }

  /** A test and a silenced alarm say nothing about smoke; the battery has a rule of its own. */
  private static EventRule smoke() {
    return new EventRule(
        Map.of(
            "alarm", new Judgment.Abnormal("smoke", Severity.CRITICAL, Text.of("urban.smoke")),
            "failover",
                new Judgment.Abnormal(
                    "sensor-fault", Severity.MAJOR, Text.of("urban.sensor-fault")),
            "removed",
                new Judgment.Abnormal("removed", Severity.MAJOR, Text.of("urban.smoke-removed")),
            "installed", new Judgment.Normal(),
            "normal", new Judgment.Normal()));
  }

  /** However it was pressed. Nobody but the case tells that the call is over. */
  private static EventRule help() {
    Judgment help = new Judgment.Abnormal("help", Severity.CRITICAL, Text.of("urban.help"));
    return new EventRule(Map.of("short press", help, "long press", help, "double press", help));
  }
}
