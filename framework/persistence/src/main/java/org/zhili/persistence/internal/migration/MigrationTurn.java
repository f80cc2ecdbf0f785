package org.zhili.persistence.internal.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whose turn it is to migrate, among nodes that share one H2 database; it ends with the connection,
 * also when its node is killed.
 *
 * <p>Flyway locks the rows of its history table. On H2 the first {@code CREATE} of a script
 * commits, and so lets go of them: nodes that started together ran the same scripts. So they wait
 * for a row that no script touches. On PostgreSQL Flyway holds a lock of the session, and no turn
 * is needed.
 */
final class MigrationTurn implements AutoCloseable {
  private static final String IS_THERE =
      "select 1 from information_schema.tables where lower(table_name) = 'zhili_turn'";
  private static final String CREATE = "create table if not exists zhili_turn (id int primary key)";
  private static final String IS_FILLED = "select id from zhili_turn";
  private static final String FILL = "merge into zhili_turn (id) key (id) values (1)";

  /** In seconds; longer than scripts take. */
  private static final String TAKE = "select id from zhili_turn for update wait 300";

  private static final String FILLED_BY_ANOTHER = "23505";
  private static final int ATTEMPTS = 100;

  private final Connection connection;
  private final boolean autoCommit;

  private MigrationTurn(Connection connection) throws SQLException {
    this.connection = connection;
    autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
  }

  /** Make the row that nodes wait for, unless it is there; throws when that does not succeed. */
  static void layOut(DataSource source) throws SQLException {
    try (MigrationTurn laying = new MigrationTurn(source.getConnection())) {
      laying.layOut();
    }
  }

  private void layOut() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!finds(statement, IS_THERE)) {
        statement.execute(CREATE);
      }
      for (int i = 0; !finds(statement, IS_FILLED); i++) {
        if (i == ATTEMPTS) {
          throw new SQLException("the table zhili_turn stays empty, so no node can have its turn");
        }
        fill(statement);
      }
    }
  }

  private void fill(Statement statement) throws SQLException {
    try {
      statement.execute(FILL);
      connection.commit();
    } catch (SQLException failed) {
      connection.rollback();
      if (!FILLED_BY_ANOTHER.equals(failed.getSQLState())) {
        throw failed;
      }
    }
  }

  /** Wait for one's turn, once it is laid out; throws when it does not come in five minutes. */
  static MigrationTurn take(DataSource source) throws SQLException {
    MigrationTurn turn = new MigrationTurn(source.getConnection());
    try {
      turn.await();
      return turn;
    } catch (SQLException failed) {
      turn.close();
      throw failed;
    }
  }

  private void await() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!finds(statement, TAKE)) {
        throw new SQLException("there is no row in zhili_turn, so no node can have its turn");
      }
    }
  }

  private static boolean finds(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection closing = connection) {
      closing.rollback();
      closing.setAutoCommit(autoCommit);
    }
  }
}
