package org.zhili.core.ingest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.rules.CityRules;
import org.zhili.rules.ValidRange;

/** A city's rules, prepared to be asked for every reading. Immutable. */
final class IngestRules {
  private final CityRules source;
  private final Map<String, Map<String, AlertPolicy>> policies = new HashMap<>();
  private final Map<String, ValidRange> ranges = new HashMap<>();

  IngestRules(CityRules source) {
    this.source = source;
    for (AlertPolicy policy : source.alerts()) {
      policies
          .computeIfAbsent(policy.subject(), type -> new HashMap<>())
          .put(policy.condition(), policy);
    }
    for (ValidRange range : source.ranges()) {
      ranges.merge(range.metric(), range, IngestRules::overlap);
    }
  }

  /** Whether these are the rules of that very state of the city; cheap, for every batch. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(CityRules rules) {
    return source == rules;
  }

  String tenant() {
    return source.tenant();
  }

  ZoneId zone() {
    return source.zone();
  }

  boolean isPossible(String metric, double value) {
    ValidRange range = ranges.get(metric);
    return range == null || (value >= range.minimum() && value <= range.maximum());
  }

  Damping damping(String deviceType, String condition) {
    return policy(deviceType, condition).map(AlertPolicy::damping).orElse(Damping.NONE);
  }

  /** The case an alert opens; empty also when the city has no policy for it. */
  Optional<AlertPolicy.Opens> opens(String deviceType, String condition) {
    return policy(deviceType, condition).flatMap(AlertPolicy::opens);
  }

  /** How long devices of the type may keep quiet, where the city says so. */
  Optional<Duration> silentAfter(String deviceType) {
    return policy(deviceType, DeviceState.OFFLINE).flatMap(AlertPolicy::silentAfter);
  }

  /** Whether the city counts on alarms of such devices, beside those that silence raises. */
  boolean wantsAlarms(String deviceType) {
    return policies.getOrDefault(deviceType, Map.of()).keySet().stream()
        .anyMatch(condition -> !condition.equals(DeviceState.OFFLINE));
  }

  private Optional<AlertPolicy> policy(String deviceType, String condition) {
    return Optional.ofNullable(policies.getOrDefault(deviceType, Map.of()).get(condition));
  }

  private static ValidRange overlap(ValidRange one, ValidRange other) {
    return new ValidRange(
        one.metric(),
        Math.max(one.minimum(), other.minimum()),
        Math.min(one.maximum(), other.maximum()));
  }
}
