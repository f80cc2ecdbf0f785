package org.zhili.urban;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.zhili.alert.Severity;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;
import org.zhili.urban.internal.FillAlarmRule;
import org.zhili.urban.internal.FlagRule;
import org.zhili.urban.internal.LevelRule;
import org.zhili.urban.internal.SensorAlarms;
import org.zhili.urban.internal.StatusRule;

/**
 * Brings the standard loop of city management (七步闭环) for components (部件) and the alarm rules of
 * manhole covers, waste bins and the other sensors of a city.
 *
 * <p>Six of the loop's seven steps are steps of the case, each shown as one of the six states. The
 * seventh, the comprehensive evaluation (综合评价), is none: it comes after the case is closed, when
 * residents rate it and the grading run scores the unit.
 */
@Component
public final class UrbanModule implements GovernanceModule {
  private static final String COVER = "manhole_cover";
  private static final String BIN = "trash_bin";
  private static final Set<String> ALL = Set.of(COVER, BIN);

  private static final List<Contribution> COVERS_AND_BINS =
      List.of(
          new Contribution.Cases(CaseTypeJson.bundled(UrbanModule.class, "component.json")),
          new Contribution.Alarm(
              "urban.cover-status", Set.of(COVER), Set.of("status"), new StatusRule("cover")),
          new Contribution.Alarm(
              "urban.cover-moved",
              Set.of(COVER),
              Set.of("cover.moved"),
              new FlagRule("tilted", Severity.MAJOR, "urban.cover-moved")),
          tilt("x"),
          tilt("y"),
          new Contribution.Alarm(
              "urban.bin-status", Set.of(BIN), Set.of("status"), new StatusRule("bin")),
          new Contribution.Alarm(
              "urban.bin-fill", Set.of(BIN), Set.of("bin.fill"), LevelRule.share()),
          new Contribution.Alarm(
              "urban.bin-distance", Set.of(BIN), Set.of("bin.distance"), LevelRule.distance()),
          new Contribution.Alarm(
              "urban.bin-fill-alarm",
              Set.of(BIN),
              Set.of("bin.distance.alarm"),
              new FillAlarmRule()),
          new Contribution.Alarm(
              "urban.bin-hot", Set.of(BIN), Set.of("temperature"), LevelRule.heat()),
          new Contribution.Alarm(
              "urban.bin-temperature-alarm",
              Set.of(BIN),
              Set.of("temperature.alarm"),
              new FlagRule("temperature-alarm", Severity.MAJOR, "urban.bin-temperature-alarm")),
          new Contribution.Alarm(
              "urban.bin-tilted",
              Set.of(BIN),
              Set.of("bin.tilted"),
              new FlagRule("tilted", Severity.MINOR, "urban.bin-tilted")),
          new Contribution.Alarm(
              "urban.bin-fire",
              Set.of(BIN),
              Set.of("bin.fire"),
              new FlagRule("fire", Severity.CRITICAL, "urban.bin-fire")),
          new Contribution.Alarm(
              "urban.bin-battery-alarm",
              Set.of(BIN),
              Set.of("battery.alarm"),
              new FlagRule("battery-low", Severity.MINOR, "urban.battery-alarm")),
          new Contribution.Alarm(
              "urban.battery", ALL, Set.of("battery.level"), LevelRule.battery()),
          new Contribution.Silence(
              "urban.silence",
              ALL,
              Duration.ofHours(24),
              Severity.MINOR,
              Text.of("urban.offline", "24")));

  private final List<Contribution> contributions =
      Stream.of(COVERS_AND_BINS, SensorAlarms.all()).flatMap(List::stream).toList();

  /** Each axis by itself, so that one that is level again does not speak for the other. */
  private static Contribution tilt(String axis) {
    return new Contribution.Alarm(
        "urban.cover-tilt-" + axis, Set.of(COVER), Set.of("cover.tilt." + axis), LevelRule.tilt());
  }

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("urban", Text.of("urban.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return contributions;
  }
}
