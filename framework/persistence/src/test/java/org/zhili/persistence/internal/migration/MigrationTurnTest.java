package org.zhili.persistence.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTurnTest {
  private static final int NODES = 4;
  private static final String WAITING =
      "select 1 from information_schema.sessions where blocker_id is not null";

  private final JdbcDataSource source = new JdbcDataSource();
  private final ExecutorService nodes = Executors.newFixedThreadPool(NODES);

  @BeforeEach
  void place(@TempDir Path folder) {
    source.setUrl("jdbc:h2:file:" + folder.resolve("town") + ";DB_CLOSE_DELAY=-1");
  }

  @AfterEach
  void close() throws SQLException {
    nodes.shutdownNow();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
  }

  @Test
  void of_nodes_that_come_first_together_one_at_a_time_has_the_turn() throws Exception {
    CyclicBarrier start = new CyclicBarrier(NODES);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Boolean> node =
        () -> {
          start.await();
          MigrationTurn.layOut(source);
          try (MigrationTurn turn = MigrationTurn.take(source)) {
            assertThat(turn).isNotNull();
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            createTable(); // commits, and lets go of what Flyway itself holds
            inside.decrementAndGet();
          }
          return true;
        };
    List<Future<Boolean>> all = nodes.invokeAll(Collections.nCopies(NODES, node));
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  private void createTable() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists shop (id int)");
    }
  }

  @Test
  void the_turn_of_a_node_that_is_killed_ends_with_its_connection() throws Exception {
    Connection killed = source.getConnection();
    killed.setAutoCommit(false);
    MigrationTurn.layOut(source);
    try (Statement statement = killed.createStatement()) {
      statement.execute("select id from zhili_turn for update");
    }
    Future<Boolean> next = nodes.submit(this::comes);
    assertThat(somebodyWaits()).isTrue();
    assertThat(next).isNotDone();
    killed.close();
    assertThat(next.get()).isTrue();
  }

  private boolean comes() throws SQLException {
    try (MigrationTurn turn = MigrationTurn.take(source)) {
      return turn != null;
    }
  }

  private boolean somebodyWaits() throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    boolean waits = false;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      while (!waits && System.nanoTime() < deadline) {
        try (ResultSet waiting = statement.executeQuery(WAITING)) {
          waits = waiting.next();
        }
      }
    }
    return waits;
  }

  @Test
  void without_a_row_to_wait_for_nobody_goes_on() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table zhili_turn (id int primary key)");
      statement.execute(
          "create trigger eats after insert on zhili_turn for each row call '"
              + Eating.class.getName()
              + "'");
    }
    assertThatThrownBy(() -> MigrationTurn.layOut(source))
        .hasMessageContaining("zhili_turn stays empty");
    assertThatThrownBy(() -> MigrationTurn.take(source))
        .hasMessageContaining("no row in zhili_turn");
  }

  /** Takes every row away again. */
  public static final class Eating implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from zhili_turn");
      }
    }
  }
}
