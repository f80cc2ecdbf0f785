package org.zhili.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.zhili.core.town.TownStores;
import org.zhili.data.Database;
import org.zhili.data.Vendor;
import org.zhili.persistence.store.CoreSchema;
import org.zhili.persistence.store.DatabaseStores;

/** The core's stores over one database, as whoever assembles a town sets them up. */
final class StoreDatabase implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  private final JdbcUrl url;
  private final ConnectionPool pool;
  private final PersistenceEngine engine;
  private final Database database;
  private final TownStores stores;
  private final List<String> tables;

  private StoreDatabase(JdbcUrl url) {
    this.url = url;
    pool = ConnectionPool.open(url, "postgres", "", 8);
    engine =
        new PersistenceEngine(
            pool.dataSource(), url.vendor(), Durability.NONE, InstantSource.fixed(NOW));
    database = engine.open(new CoreSchema()).database();
    stores = DatabaseStores.of(database);
    tables =
        texts(
            "select table_name from information_schema.tables where table_name like 'core\\_%'"
                + " and table_schema = current_schema order by table_name");
  }

  static StoreDatabase on(JdbcUrl url) {
    return new StoreDatabase(url);
  }

  /** Another node of the same town: its own connections, the same tables. */
  StoreDatabase secondNode() {
    return on(url);
  }

  Database database() {
    return database;
  }

  TownStores stores() {
    return stores;
  }

  boolean onPostgres() {
    return database.vendor() == Vendor.POSTGRESQL;
  }

  /** Run a statement as an administrator of the database might. */
  void execute(String sql) {
    database.jdbc(connection -> execute(connection, sql));
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  /** The first column of every row of an answer. */
  List<String> texts(String sql) {
    return database.readJdbc(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
              texts.add(rows.getString(1));
            }
            return texts;
          }
        });
  }

  /** Lose all connections, and get no others. */
  void cutOff() {
    pool.close();
  }

  /** Empty all tables, also those that are only ever added to. */
  void empty() {
    database.jdbc(
        connection -> {
          if (onPostgres()) {
            execute(connection, "set local session_replication_role = replica");
            execute(
                connection,
                "truncate table " + String.join(", ", tables) + " restart identity cascade");
          } else {
            execute(connection, "set referential_integrity false");
            for (String table : tables) {
              execute(connection, "truncate table " + table + " restart identity");
            }
            execute(connection, "set referential_integrity true");
            execute(connection, "insert into core_trace_end (last) values (0)");
          }
          return true;
        });
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
