package org.zhili.urban.internal;

import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/** Judges a flag that is true when something is wrong. */
public record FlagRule(String condition, Severity severity, String key) implements AlarmRule {
  @Override
  public Judgment judge(Observation observation) {
    if (!(observation.reading().value() instanceof Value.Flag flag)) {
      return new Judgment.NotApplicable();
    }
    return flag.value()
        ? new Judgment.Abnormal(condition, severity, Text.of(key))
        : new Judgment.Normal();
  }
}
