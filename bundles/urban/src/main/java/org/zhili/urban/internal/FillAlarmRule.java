package org.zhili.urban.internal;

import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;

/**
 * Judges the alarm a bin's own distance sensor raises by the threshold set in it. Where the town
 * knows how deep the bin is, the distance itself is judged, and the sensor's threshold says
 * nothing.
 */
public final class FillAlarmRule implements AlarmRule {
  private final FlagRule flag = new FlagRule("fill-alarm", Severity.MAJOR, "urban.bin-fill-alarm");

  @Override
  public Judgment judge(Observation observation) {
    return LevelRule.depth(observation).isPresent()
        ? new Judgment.NotApplicable()
        : flag.judge(observation);
  }
}
