package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * Times to the nanosecond, in two columns: {@code …_at} to the microsecond, {@code …_nanos} more.
 */
public final class Nanos {
  private static final int MICRO = 1_000;

  private Nanos() {}

  /** What the column of microseconds cannot hold. */
  public static int of(Instant at) {
    return at.get(ChronoField.NANO_OF_SECOND) % MICRO;
  }

  /** Read the two columns that begin with this name. */
  public static Instant time(Row row, String name) throws SQLException {
    return row.time(name + "_at").plusNanos(row.number(name + "_nanos"));
  }
}
