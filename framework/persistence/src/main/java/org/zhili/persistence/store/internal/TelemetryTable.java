package org.zhili.persistence.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhili.core.ingest.Telemetry;
import org.zhili.device.Value;
import org.zhili.persistence.store.internal.Bulk.Kind;

/** The history of values. */
public final class TelemetryTable {
  private static final Bulk<Telemetry> ROWS =
      new Bulk<Telemetry>()
          .with("device", Kind.TEXT, row -> row.device().value())
          .with("metric", Kind.TEXT, Telemetry::metric)
          .with("observed_at", Kind.TIME, Telemetry::observedAt)
          .with("received_at", Kind.TIME, Telemetry::receivedAt)
          .with("time_source", Kind.TEXT, Telemetry::timeSource)
          .with("form", Kind.TEXT, row -> form(row.value()))
          .with("measure", Kind.MEASURE, row -> measure(row.value()))
          .with("longitude", Kind.MEASURE, row -> longitude(row.value()))
          .with("label", Kind.TEXT, row -> label(row.value()))
          .with("flags", Kind.TEXT, TelemetryTable::flags);

  private final Sql sql;
  private final String append;

  public TelemetryTable(Sql sql) {
    this.sql = sql;
    this.append = Inserts.unlessThere(sql, "core_telemetry", ROWS);
  }

  /** Add rows; of those with one key the first stands. */
  public void append(List<Telemetry> rows) {
    sql.bulk(ROWS, append, rows);
  }

  /** Delete some of what was received before then. */
  public int forget(Instant receivedBefore, int limit) {
    return sql.update(
        "delete from core_telemetry where (device, metric, observed_at) in"
            + " (select device, metric, observed_at from core_telemetry where received_at < ?"
            + " limit ?)",
        receivedBefore,
        limit);
  }

  private static String form(Value value) {
    if (value instanceof Value.Measure) {
      return "measure";
    } else if (value instanceof Value.Flag) {
      return "flag";
    }
    return value instanceof Value.Label ? "label" : "position";
  }

  private static Optional<Double> measure(Value value) {
    if (value instanceof Value.Measure measure) {
      return Optional.of(measure.value());
    } else if (value instanceof Value.Flag flag) {
      return Optional.of(flag.value() ? 1.0 : 0.0);
    }
    return value instanceof Value.Position position
        ? Optional.of(position.latitude())
        : Optional.empty();
  }

  private static Optional<Double> longitude(Value value) {
    return value instanceof Value.Position position
        ? Optional.of(position.longitude())
        : Optional.empty();
  }

  private static Optional<String> label(Value value) {
    return value instanceof Value.Label label ? Optional.of(label.value()) : Optional.empty();
  }

  /** Most readings have nothing remarkable, which is no text at all. */
  private static Optional<String> flags(Telemetry row) {
    return row.flags().isEmpty()
        ? Optional.empty()
        : Optional.of(
            row.flags().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" ")));
  }
}
