package org.zhili.persistence.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one statement in one round trip: a batch on H2, and on PostgreSQL one array per
 * column, which {@code unnest} makes rows of. The text of the statement is the same for any number
 * of rows.
 */
public final class Bulk<T> {
  private final List<Column<T>> columns = new ArrayList<>();

  /**
   * What a column holds; each as PostgreSQL is sent it and as H2 calls it. Microseconds are sent
   * for times, since PostgreSQL takes much longer to read them as text.
   */
  public enum Kind {
    TEXT("text", "varchar"),
    UUID("uuid", "uuid"),
    TIME("int8", "timestamp(6) with time zone"),
    LONG("int8", "bigint"),
    INTEGER("int4", "integer"),
    MEASURE("float8", "double precision"),
    TRUTH("bool", "boolean"),
    BYTES("bytea", "varbinary");

    private final String postgresql;
    private final String h2;

    Kind(String postgresql, String h2) {
      this.postgresql = postgresql;
      this.h2 = h2;
    }
  }

  private record Column<T>(String name, Kind kind, Function<T, Object> value) {}

  /** Add a column; an empty {@link Optional} is {@code NULL}. */
  public Bulk<T> with(String name, Kind kind, Function<T, Object> value) {
    columns.add(new Column<>(name, kind, value));
    return this;
  }

  /** The names of the columns, as an insert lists them. */
  public String names() {
    return names("");
  }

  /** The names of the columns, each behind a prefix such as {@code given.}. */
  public String names(String prefix) {
    return String.join(", ", columns.stream().map(column -> prefix + column.name).toList());
  }

  /** One row of parameters with their types, for H2. */
  public String row() {
    return String.join(
        ", ", columns.stream().map(column -> "cast(? as " + column.kind.h2 + ")").toList());
  }

  /** All rows, for PostgreSQL, as a table called {@code given}. */
  public String rows() {
    return "(select "
        + String.join(", ", columns.stream().map(Bulk::received).toList())
        + " from unnest("
        + String.join(
            ", ", columns.stream().map(column -> "?::" + column.kind.postgresql + "[]").toList())
        + ") as sent ("
        + names()
        + ")) as given";
  }

  /** In two steps, since an interval times a number is only as exact as a floating-point number. */
  private static String received(Column<?> column) {
    String name = column.name();
    return column.kind() == Kind.TIME
        ? "to_timestamp(%1$s / 1000000) + %1$s %% 1000000 * interval '1 microsecond' as %1$s"
            .formatted(name)
        : name;
  }

  /** The arguments of one row, for H2. */
  public Object[] arguments(T thing) {
    return columns.stream().map(column -> column.value.apply(thing)).toArray();
  }

  /** An array per column, for PostgreSQL. */
  Object[] arrays(Connection connection, List<T> things) throws SQLException {
    Object[] arrays = new Object[columns.size()];
    for (int i = 0; i < arrays.length; i++) {
      Column<T> column = columns.get(i);
      @Nullable Object[] elements = empty(column.kind, things.size());
      for (int row = 0; row < elements.length; row++) {
        elements[row] = element(column.value.apply(things.get(row)));
      }
      arrays[i] = connection.createArrayOf(column.kind.postgresql, elements);
    }
    return arrays;
  }

  /** The driver sends arrays of these types as they are, and all others as text. */
  private static @Nullable Object[] empty(Kind kind, int size) {
    return switch (kind) {
      case TEXT, UUID -> new @Nullable String[size];
      case LONG, TIME -> new @Nullable Long[size];
      case INTEGER -> new @Nullable Integer[size];
      case MEASURE -> new @Nullable Double[size];
      case TRUTH -> new @Nullable Boolean[size];
      case BYTES -> new byte @Nullable [size][];
    };
  }

  private static @Nullable Object element(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.isPresent() ? element(maybe.get()) : null;
    }
    if (value instanceof Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
    return value instanceof java.util.UUID || value instanceof Enum<?> ? value.toString() : value;
  }
}
