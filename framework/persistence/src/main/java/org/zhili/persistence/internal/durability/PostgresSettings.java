package org.zhili.persistence.internal.durability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out whether a PostgreSQL server is set to forget commits, which is the city's to decide.
 */
final class PostgresSettings {

  /** The oldest version that is tested. */
  private static final int OLDEST = 15;

  /** Say what a person should change, one sentence each; none when all is well. */
  List<String> weaknesses(Connection connection) throws SQLException {
    List<String> weaknesses = new ArrayList<>();
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      weaknesses.add("PostgreSQL " + version + " is older than any tested; upgrade to " + OLDEST);
    }
    if (isOff(connection, "fsync")) {
      weaknesses.add(
          "PostgreSQL runs with fsync = off: a power cut can DESTROY THE WHOLE DATABASE."
              + " Set fsync = on in postgresql.conf and reload the server.");
    }
    if (isOff(connection, "synchronous_commit")) {
      weaknesses.add(
          "PostgreSQL runs with synchronous_commit = off: a crash LOSES ACKNOWLEDGED WORK."
              + " Set synchronous_commit = on in postgresql.conf and reload the server.");
    }
    return List.copyOf(weaknesses);
  }

  private static boolean isOff(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      return rows.next() && "off".equals(rows.getString(1));
    }
  }
}
