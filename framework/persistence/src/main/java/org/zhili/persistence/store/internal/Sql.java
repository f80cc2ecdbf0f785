package org.zhili.persistence.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhili.data.Database;
import org.zhili.data.Vendor;

/**
 * Statements in SQL, each in the transaction of its caller or in one of its own.
 *
 * <p>Arguments may be {@link Optional}, whose absence is {@code NULL}; instants are cut to the
 * microsecond, alike on both products; lists of strings or of longs become arrays.
 */
public final class Sql {
  private final Database database;

  public Sql(Database database) {
    this.database = database;
  }

  /** Reads one row of an answer. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /** Does several statements as one. */
  @FunctionalInterface
  public interface Work<T> {
    T apply();
  }

  /** Choose the text for the product underneath. */
  public String of(String h2, String postgresql) {
    return database.vendor() == Vendor.H2 ? h2 : postgresql;
  }

  public boolean onPostgres() {
    return database.vendor() == Vendor.POSTGRESQL;
  }

  /** Do several statements in one transaction. */
  public <T> T together(Work<T> work) {
    return StoreFailures.told(() -> database.jdbc(connection -> work.apply()));
  }

  /** Read with several statements in one transaction. */
  public <T> T readTogether(Work<T> work) {
    return StoreFailures.told(() -> database.readJdbc(connection -> work.apply()));
  }

  /** Read rows. */
  public <T> List<T> rows(String sql, Reader<T> reader, Object... arguments) {
    return StoreFailures.told(() -> database.readJdbc(c -> rows(c, sql, reader, arguments)));
  }

  /** Read the first row, if there is one. */
  public <T> Optional<T> row(String sql, Reader<T> reader, Object... arguments) {
    return rows(sql, reader, arguments).stream().findFirst();
  }

  /** Write, and read the rows the statement answers. */
  public <T> List<T> write(String sql, Reader<T> reader, Object... arguments) {
    return StoreFailures.told(() -> database.jdbc(c -> rows(c, sql, reader, arguments)));
  }

  /** Write; answers how many rows that touched. */
  public int update(String sql, Object... arguments) {
    return StoreFailures.told(
        () ->
            database.jdbc(
                connection -> {
                  try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(connection, statement, arguments);
                    return statement.executeUpdate();
                  }
                }));
  }

  /** Insert a row and answer the id it was given. */
  public long insert(String sql, Object... arguments) {
    return StoreFailures.told(
        () ->
            database.jdbc(
                connection -> {
                  try (PreparedStatement statement =
                      connection.prepareStatement(sql, new String[] {"id"})) {
                    bind(connection, statement, arguments);
                    statement.executeUpdate();
                    try (ResultSet keys = statement.getGeneratedKeys()) {
                      keys.next();
                      return keys.getLong(1);
                    }
                  }
                }));
  }

  /** Write many rows in one round trip; answers how many rows each touched. */
  public int[] batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    return StoreFailures.told(
        () ->
            database.jdbc(
                connection -> {
                  try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (Object[] row : rows) {
                      bind(connection, statement, row);
                      statement.addBatch();
                    }
                    return statement.executeBatch();
                  }
                }));
  }

  /**
   * Write many things in one round trip.
   *
   * @return how many rows each thing touched on H2, and how many all together on PostgreSQL
   */
  public <T> int[] bulk(Bulk<T> bulk, String sql, List<T> things) {
    if (things.isEmpty()) {
      return new int[0];
    }
    return onPostgres()
        ? new int[] {updateAll(bulk, sql, things)}
        : batch(sql, things.stream().map(bulk::arguments).toList());
  }

  private <T> int updateAll(Bulk<T> bulk, String sql, List<T> things) {
    return StoreFailures.told(
        () ->
            database.jdbc(
                connection -> {
                  try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(connection, statement, bulk.arrays(connection, things));
                    return statement.executeUpdate();
                  }
                }));
  }

  /** Write many things in one statement of PostgreSQL, and read the rows it answers. */
  public <T, A> List<A> bulk(Bulk<T> bulk, String sql, List<T> things, Reader<A> reader) {
    return StoreFailures.told(
        () -> database.jdbc(c -> rows(c, sql, reader, bulk.arrays(c, things))));
  }

  private static <T> List<T> rows(
      Connection connection, String sql, Reader<T> reader, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(new Row(result)));
        }
        return rows;
      }
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, value(connection, arguments[i]));
    }
  }

  private static @Nullable Object value(Connection connection, Object argument)
      throws SQLException {
    if (argument instanceof Optional<?> maybe) {
      return maybe.isPresent() ? value(connection, maybe.get()) : null;
    }
    if (argument instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
    if (argument instanceof Collection<?> some) {
      boolean numbers = some.stream().allMatch(Long.class::isInstance);
      return connection.createArrayOf(numbers ? "bigint" : "varchar", some.toArray());
    }
    if (argument instanceof Ids some) {
      return connection.createArrayOf("uuid", some.ids().toArray(new UUID[0]));
    }
    return argument instanceof Enum<?> word ? word.name() : argument;
  }
}
