package org.zhili.urban.internal;

import java.util.Locale;
import java.util.Map;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/**
 * Judges a device that names its own status: {@code normal}, or what is wrong with it. A word this
 * rule does not know is abnormal all the same, and minor.
 */
public final class StatusRule implements AlarmRule {
  private static final Map<String, Severity> KNOWN =
      Map.of(
          "tilted", Severity.MAJOR,
          "displaced", Severity.CRITICAL,
          "missing", Severity.CRITICAL,
          "flooded", Severity.CRITICAL,
          "full", Severity.MAJOR,
          "fire", Severity.CRITICAL,
          "damaged", Severity.MINOR);

  private final String thing;

  /**
   * Judge the status of one kind of thing.
   *
   * @param thing names it in message keys: {@code cover} or {@code bin}
   */
  public StatusRule(String thing) {
    this.thing = thing;
  }

  @Override
  public Judgment judge(Observation observation) {
    if (!(observation.reading().value() instanceof Value.Label label)) {
      return new Judgment.NotApplicable();
    }
    String status = label.value().strip().toLowerCase(Locale.ROOT);
    if (status.equals("normal")) {
      return new Judgment.Normal();
    }
    if (KNOWN.containsKey(status)) {
      Text why = Text.of("urban." + thing + "." + status);
      return new Judgment.Abnormal(status, KNOWN.getOrDefault(status, Severity.MINOR), why);
    }
    String condition = status.replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
    String code =
        condition.isEmpty() ? "unknown" : condition.substring(0, Math.min(32, condition.length()));
    return new Judgment.Abnormal(
        code, Severity.MINOR, Text.of("urban." + thing + ".other", label.value()));
  }
}
