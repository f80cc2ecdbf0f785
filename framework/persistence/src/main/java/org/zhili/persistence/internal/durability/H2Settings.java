package org.zhili.persistence.internal.durability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.persistence.Durability;

/** Puts an H2 database that somebody else opened into the state we need, or says why it is not. */
final class H2Settings {

  private static final Logger LOG = LoggerFactory.getLogger(H2Settings.class);

  private static final String WRITE_DELAY = "WRITE_DELAY";
  private static final String AT_COMMIT = "0";
  private static final String WRITTEN_LATE = "its default";

  private final DataSource source;
  private final Durability durability;

  H2Settings(DataSource source, Durability durability) {
    this.source = source;
    this.durability = durability;
  }

  void check(Connection connection) throws SQLException {
    require(connection, "MODE", "PostgreSQL");
    require(connection, "DATABASE_TO_LOWER", "TRUE");
    require(connection, "DEFAULT_NULL_ORDERING", "HIGH");
    Optional<String> path = single(connection, "SELECT DATABASE_PATH()");
    if (path.isEmpty()) {
      return; // in memory: there is nothing to lose
    }
    writeAtCommit(connection);
    if (!path.get().startsWith("retry:")) {
      LOG.warn(
          "the H2 url does not begin with jdbc:h2:retry: ; one interrupted thread can close the"
              + " database for all until the next start");
    }
    if (durability != Durability.NONE) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(CommitSync.SYNC);
      }
    }
  }

  /** Set it, and look from a second connection whether the url sets it back each time. */
  private void writeAtCommit(Connection connection) throws SQLException {
    String delay = setting(connection, WRITE_DELAY).orElse(WRITTEN_LATE);
    if (delay.equals(AT_COMMIT)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET WRITE_DELAY 0");
    }
    try (Connection another = source.getConnection()) {
      require(another, WRITE_DELAY, AT_COMMIT);
    }
    LOG.info("set WRITE_DELAY=0 on the H2 database; with {} a kill loses acknowledged work", delay);
  }

  private static void require(Connection connection, String name, String value)
      throws SQLException {
    Optional<String> actual = setting(connection, name);
    if (actual.isEmpty() || !actual.get().equalsIgnoreCase(value)) {
      throw new DatabaseFailure(
          Kind.OTHER,
          "the H2 database must be opened with "
              + name
              + "="
              + value
              + ", not "
              + actual.orElse("left open")
              + "; JdbcUrl.withDefaults() adds what is needed",
          null);
    }
  }

  private static Optional<String> setting(Connection connection, String name) throws SQLException {
    String query =
        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = '" + name + "'";
    return single(connection, query);
  }

  private static Optional<String> single(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }
}
