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
 * Judges a number against two bounds: wrong from one on, well again from the other, and in between
 * as it was. Both bounds can be set per device.
 */
public final class LevelRule implements AlarmRule {
  private static final String FULL = "full";

  private final String condition;
  private final Severity severity;
  private final Bounds bounds;
  private final Measuring measuring;

  private LevelRule(String condition, Severity severity, Bounds bounds, Measuring measuring) {
    this.condition = condition;
    this.severity = severity;
    this.bounds = bounds;
    this.measuring = measuring;
  }

  /** A bin that reports the share it is filled: full from 90 %, well again below 80 %. */
  public static LevelRule share() {
    return new LevelRule(FULL, Severity.MAJOR, Bounds.FILL, (o, value) -> OptionalDouble.of(value));
  }

  /**
   * A bin that reports the empty distance in mm; how deep it is, in mm, is the device's setting
   * {@code bin.depth}. A bin of unknown depth cannot be judged.
   */
  public static LevelRule distance() {
    return new LevelRule(FULL, Severity.MAJOR, Bounds.FILL, LevelRule::filled);
  }

  /** A battery in percent: low below 10, well again above 15. Negated, so that more is worse. */
  public static LevelRule battery() {
    return new LevelRule(
        "battery-low",
        Severity.MINOR,
        Bounds.BATTERY,
        (o, value) -> OptionalDouble.of(-value / 100));
  }

  private static OptionalDouble filled(Observation observation, double distance) {
    OptionalDouble depth = setting(observation, "bin.depth");
    return depth.isPresent() && depth.getAsDouble() > 0
        ? OptionalDouble.of(Math.max(0, Math.min(1, 1 - distance / depth.getAsDouble())))
        : OptionalDouble.empty();
  }

  @Override
  public Judgment judge(Observation observation) {
    if (!(observation.reading().value() instanceof Value.Measure measure)) {
      return new Judgment.NotApplicable();
    }
    OptionalDouble level = measuring.level(observation, measure.value());
    if (level.isEmpty()) {
      return new Judgment.NotApplicable();
    }
    double value = level.getAsDouble();
    if (value >= bounds.wrongFrom(observation)) {
      String percent = String.format(Locale.ROOT, "%.0f", Math.abs(value) * 100);
      return new Judgment.Abnormal(condition, severity, Text.of("urban." + condition, percent));
    }
    return value < bounds.wellBelow(observation)
        ? new Judgment.Normal()
        : new Judgment.NotApplicable();
  }

  private static OptionalDouble setting(Observation observation, String name) {
    return Optional.ofNullable(observation.device().settings().get(name))
        .filter(text -> text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .map(text -> OptionalDouble.of(Double.parseDouble(text)))
        .orElseGet(OptionalDouble::empty);
  }

  @FunctionalInterface
  private interface Measuring {
    OptionalDouble level(Observation observation, double value);
  }

  /**
   * From where it is wrong, and how far it must fall back to be well again.
   *
   * @param name the setting by which a device has a bound of its own
   */
  private record Bounds(String name, double wrong, double backBy) {
    static final Bounds FILL = new Bounds("bin.full", 0.9, 0.1);
    static final Bounds BATTERY = new Bounds("battery.low", -0.1, 0.05);

    double wrongFrom(Observation observation) {
      return setting(observation, name).orElse(wrong);
    }

    double wellBelow(Observation observation) {
      return wrongFrom(observation) - backBy;
    }
  }
}
