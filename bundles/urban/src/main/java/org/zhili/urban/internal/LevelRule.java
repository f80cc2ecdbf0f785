package org.zhili.urban.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/**
 * Judges a number against two bounds: wrong from one on, well again beyond the other, and in
 * between as it was. A device may have a bound of its own, as a setting of the same unit; the
 * distance between the two bounds stays.
 */
public final class LevelRule implements AlarmRule {
  private final Severity severity;
  private final Bounds bounds;
  private final Level level;

  private LevelRule(Severity severity, Bounds bounds, Level level) {
    this.severity = severity;
    this.bounds = bounds;
    this.level = level;
  }

  /**
   * A bin that reports the share it is filled: full from 90 %, well again below 80 %. The device's
   * setting {@code bin.full} is a share, too.
   */
  public static LevelRule share() {
    return new LevelRule(Severity.MAJOR, Bounds.FULL, (o, value) -> OptionalDouble.of(value));
  }

  /**
   * A bin that reports the empty distance in mm; how deep it is, in mm, is the device's setting
   * {@code bin.depth}. A bin of unknown depth cannot be judged.
   */
  public static LevelRule distance() {
    return new LevelRule(Severity.MAJOR, Bounds.FULL, LevelRule::filled);
  }

  /**
   * How hot it is inside a bin in degrees Celsius: burning from 70 on, well again below 60. The
   * device's setting {@code bin.hot} is in degrees Celsius, too.
   */
  public static LevelRule heat() {
    return new LevelRule(Severity.CRITICAL, Bounds.HOT, (o, value) -> OptionalDouble.of(value));
  }

  /**
   * A battery in percent: low from 10 down, well again above 15. The device's setting {@code
   * battery.low} is in percent, too.
   */
  public static LevelRule battery() {
    return new LevelRule(
        Severity.MINOR, Bounds.BATTERY_LOW, (o, value) -> OptionalDouble.of(value));
  }

  /**
   * By how many degrees an axis that is level in a closed cover has left the level. How many are
   * too many is the device's setting {@code cover.tilt}; it is well again 2 degrees below, or
   * halfway where it is smaller than 4. How a sensor is mounted nobody can tell from afar, so a
   * device without the setting is not judged.
   */
  public static LevelRule tilt() {
    return new LevelRule(
        Severity.MAJOR,
        Bounds.TILTED,
        (o, angle) ->
            setting(o, Bounds.TILTED.setting).isPresent()
                ? OptionalDouble.of(Math.abs(angle))
                : OptionalDouble.empty());
  }

  /** How deep the bin is, in mm, as far as the town knows. */
  static OptionalDouble depth(Observation observation) {
    OptionalDouble depth = setting(observation, "bin.depth");
    return depth.isPresent() && depth.getAsDouble() > 0 ? depth : OptionalDouble.empty();
  }

  private static OptionalDouble filled(Observation observation, double distance) {
    OptionalDouble depth = depth(observation);
    return depth.isPresent()
        ? OptionalDouble.of(Math.max(0, Math.min(1, 1 - distance / depth.getAsDouble())))
        : OptionalDouble.empty();
  }

  @Override
  public Judgment judge(Observation observation) {
    if (!(observation.reading().value() instanceof Value.Measure measure)) {
      return new Judgment.NotApplicable();
    }
    OptionalDouble found = level.of(observation, measure.value());
    return found.isPresent()
        ? judge(found.getAsDouble(), setting(observation, bounds.setting).orElse(bounds.wrong))
        : new Judgment.NotApplicable();
  }

  private Judgment judge(double value, double wrong) {
    double beyond = (value - wrong) * bounds.upwards();
    if (beyond >= 0) {
      String shown = String.format(Locale.ROOT, "%.0f", value * bounds.shown);
      return new Judgment.Abnormal(
          bounds.condition, severity, Text.of("urban." + bounds.condition, shown));
    }
    // a device's own small bound still leaves room below it
    return -beyond > Math.min(Math.abs(bounds.wrong - bounds.well), Math.abs(wrong) / 2)
        ? new Judgment.Normal()
        : new Judgment.NotApplicable();
  }

  static OptionalDouble setting(Observation observation, String name) {
    return Optional.ofNullable(observation.device().settings().get(name))
        .filter(text -> text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .map(text -> OptionalDouble.of(Double.parseDouble(text)))
        .orElseGet(OptionalDouble::empty);
  }

  /** The level that a reading means, in the unit of the bounds; empty when it cannot be told. */
  @FunctionalInterface
  private interface Level {
    OptionalDouble of(Observation observation, double value);
  }

  /**
   * From where it is wrong, and from where it is well again.
   *
   * @param setting by which a device has a bound of its own
   * @param shown by what to multiply a level for people to read
   */
  private record Bounds(String condition, String setting, double wrong, double well, double shown) {
    static final Bounds FULL = new Bounds("full", "bin.full", 0.9, 0.8, 100);
    static final Bounds HOT = new Bounds("hot", "bin.hot", 70, 60, 1);
    // counts only with the device's own bound; these two tell how far below it is well again
    static final Bounds TILTED = new Bounds("tilted", "cover.tilt", 15, 13, 1);
    static final Bounds BATTERY_LOW = new Bounds("battery-low", "battery.low", 10, 15, 1);

    /** 1 when more is worse, -1 when less is. */
    double upwards() {
      return Math.signum(wrong - well);
    }
  }
}
