package org.zhili.urban.internal;

import java.util.Map;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.device.Value;

/** Judges a device that says in a word what happened; words that are not listed say nothing. */
public record EventRule(Map<String, Judgment> events) implements AlarmRule {
  public EventRule {
    events = Map.copyOf(events);
  }

  @Override
  public Judgment judge(Observation observation) {
    return observation.reading().value() instanceof Value.Label label
        ? events.getOrDefault(label.value(), new Judgment.NotApplicable())
        : new Judgment.NotApplicable();
  }
}
