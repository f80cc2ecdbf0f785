package org.zhili.urban.internal;

import java.util.Locale;
import java.util.OptionalDouble;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/**
 * Judges a number that is wrong from a bound on, and well again a tenth below it. How much is too
 * much depends on the place, so the bound is the device's setting {@code <metric>.high}, in the
 * unit of the metric; a device without it is not judged.
 */
public record HighRule(String metric, Severity severity) implements AlarmRule {
  private static final double WELL = 0.9;

  @Override
  public Judgment judge(Observation observation) {
    OptionalDouble bound = LevelRule.setting(observation, metric + ".high");
    if (!(observation.reading().value() instanceof Value.Measure measure) || bound.isEmpty()) {
      return new Judgment.NotApplicable();
    }
    double high = bound.getAsDouble();
    if (measure.value() >= high) {
      return new Judgment.Abnormal(
          metric.replace('.', '-') + "-high",
          severity,
          Text.of("urban.high." + metric, shown(measure.value()), shown(high)));
    }
    return measure.value() < high * WELL ? new Judgment.Normal() : new Judgment.NotApplicable();
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
