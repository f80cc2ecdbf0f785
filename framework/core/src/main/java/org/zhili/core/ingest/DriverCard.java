package org.zhili.core.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;

/** What a driver says of itself, prepared to be asked for every message. Immutable. */
public final class DriverCard {
  private final String id;
  private final List<TopicFilter> filters;
  private final Map<String, String> units;

  public DriverCard(DriverInfo info) {
    id = info.id();
    filters = info.topicFilters().stream().map(TopicFilter::new).toList();
    units =
        info.metrics().stream()
            .collect(Collectors.toUnmodifiableMap(Metric::key, Metric::unit, (one, other) -> one));
  }

  public String id() {
    return id;
  }

  /** Whether messages of unknown devices on this topic are worth offering to the driver. */
  public boolean wants(String topic) {
    for (TopicFilter filter : filters) {
      if (filter.matches(topic)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the driver announced that it may report this metric. */
  public boolean declares(String metric) {
    return units.containsKey(metric);
  }

  /** In which unit the driver announced a metric, as UCUM writes it. */
  public Optional<String> unit(String metric) {
    return Optional.ofNullable(units.get(metric));
  }
}
