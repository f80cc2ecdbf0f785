package org.zhili.persistence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.modules.SampleSchema;

/** A pool and an engine over one database, as an embedder would set them up. */
final class Town implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  private static final String USER = "postgres";

  final JdbcUrl url;
  final ConnectionPool pool;
  final PersistenceEngine engine;

  private Town(JdbcUrl url) {
    this.url = url;
    this.pool = ConnectionPool.open(url, USER, "", ConnectionPool.SMALLEST);
    this.engine =
        new PersistenceEngine(
            pool.dataSource(), url.vendor(), Durability.NONE, InstantSource.fixed(NOW));
  }

  static Town on(JdbcUrl url) {
    return new Town(url);
  }

  Database notes() {
    return engine.open(SampleSchema.notes()).database();
  }

  Database tallies() {
    return engine.open(SampleSchema.tallies()).database();
  }

  /** Count the rows of a table as another user of the database sees them. */
  static long count(Database database, String table) {
    return Parallel.call(
        () ->
            database.readJdbc(
                connection -> {
                  try (var statement = connection.createStatement();
                      var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    return rows.getLong(1);
                  }
                }));
  }

  /** Run what must fail in the database, and give the failure. */
  static DatabaseFailure failure(Supplier<?> work) {
    try {
      throw new AssertionError("no DatabaseFailure but " + work.get());
    } catch (DatabaseFailure failure) {
      return failure;
    }
  }

  static DatabaseFailure failure(Runnable work) {
    return failure(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
