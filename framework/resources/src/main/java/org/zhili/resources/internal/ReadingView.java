package org.zhili.resources.internal;

import java.time.Instant;
import java.util.Optional;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

/**
 * A value a device reported: a measure, a flag, a label or a position.
 *
 * @param observedAt when it was true, by {@code timeSource}
 */
public record ReadingView(
    String metric,
    Optional<Double> measure,
    Optional<Boolean> flag,
    Optional<String> label,
    Optional<PositionBody> position,
    Instant observedAt,
    TimeSource timeSource) {
  public static ReadingView of(Reading reading) {
    Value value = reading.value();
    return new ReadingView(
        reading.metric(),
        value instanceof Value.Measure measure ? Optional.of(measure.value()) : Optional.empty(),
        value instanceof Value.Flag flag ? Optional.of(flag.value()) : Optional.empty(),
        value instanceof Value.Label label ? Optional.of(label.value()) : Optional.empty(),
        value instanceof Value.Position position
            ? Optional.of(PositionBody.of(position))
            : Optional.empty(),
        reading.observedAt(),
        reading.timeSource());
  }
}
