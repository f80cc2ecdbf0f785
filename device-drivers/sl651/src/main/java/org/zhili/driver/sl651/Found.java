package org.zhili.driver.sl651;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Metric;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** What was found in a report so far. */
final class Found {
  static final Metric UNREAD = new Metric("unread", "1");
  static final Metric IMPOSSIBLE = new Metric("impossible", "1");
  private static final int LEVELS = 8;
  private static final int MOST_NAMES = 50;

  private final DeviceId device;
  private final String prefix;
  private final List<Reading> readings = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();

  /**
   * @param prefix of all metrics: what a station sends while it is tested is kept apart
   */
  Found(DeviceId device, String prefix) {
    this.device = device;
    this.prefix = prefix;
  }

  /** Every metric there may be, without prefix. */
  static Stream<Metric> metrics() {
    return Stream.of(
            Element.all().stream().map(Element::metric),
            Stream.of(StationState.values()).map(StationState::metric),
            IntStream.rangeClosed(1, LEVELS).mapToObj(Found::relativeLevel),
            Stream.of(UNREAD, IMPOSSIBLE))
        .flatMap(metrics -> metrics);
  }

  /** A level above the station's own zero (相对水位). */
  static Metric relativeLevel(int number) {
    return new Metric("water.level.relative." + number, "m");
  }

  void number(Element element, Payload bytes, int decimals, Instant at) throws Malformed {
    OptionalDouble value = Bcd.number(bytes, decimals);
    if (value.isEmpty()) {
      return;
    }
    if (element.isPossible(value.getAsDouble())) {
      measure(element.metric(), value.getAsDouble(), at);
    } else {
      add(IMPOSSIBLE, new Value.Label(element.metric().key()), at);
    }
  }

  void measure(Metric metric, double value, Instant at) {
    add(metric, new Value.Measure(value), at);
  }

  void state(Payload bytes, Instant at) {
    for (StationState state : StationState.values()) {
      Optional<Boolean> so = state.in(bytes);
      so.ifPresent(value -> add(state.metric(), new Value.Flag(value), at));
    }
  }

  void unread(String identifier) {
    unread.add(identifier);
  }

  /** All that was found; what was not understood is named beside it. */
  List<Reading> readings(Instant at) {
    if (!unread.isEmpty()) {
      String names = String.join(" ", unread.stream().limit(MOST_NAMES).toList());
      add(UNREAD, new Value.Label(names), at);
    }
    return readings;
  }

  private void add(Metric metric, Value value, Instant at) {
    readings.add(new Reading(device, prefix + metric.key(), value, at, TimeSource.ASSUMED_ZONE));
  }
}
