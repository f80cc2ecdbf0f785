package org.zhili.urban.internal;

import java.util.Set;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/** Judges a sensor that names a fault in place of a measure, and is well once it measures again. */
public record SensorFaultRule(Set<String> faults) implements AlarmRule {
  public SensorFaultRule {
    faults = Set.copyOf(faults);
  }

  @Override
  public Judgment judge(Observation observation) {
    Value value = observation.reading().value();
    if (value instanceof Value.Measure) {
      return new Judgment.Normal();
    }
    return value instanceof Value.Label label && faults.contains(label.value())
        ? new Judgment.Abnormal("sensor-fault", Severity.MINOR, Text.of("urban.sensor-fault"))
        : new Judgment.NotApplicable();
  }
}
