package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.persistence.modules.Note;
import org.zhili.persistence.modules.Tally;

/** What SQL of a module may rely on. */
interface SqlRules extends Fixture {

  @Test
  default void sql_sees_the_pending_changes_of_entities_and_shares_their_fate() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    assertThatThrownBy(
            () ->
                notes.run(
                    entities -> {
                      entities.persist(new Note("pending", Town.NOW));
                      assertThat(tallies.<Integer>jdbc(SqlRules::renameNotes)).isEqualTo(1);
                      throw new UnsupportedOperationException();
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Town.count(notes, "notes_note")).isZero();
  }

  @Test
  default void sql_cannot_end_the_transaction_but_may_use_savepoints() {
    Database tallies = town().tallies();
    tallies.jdbc(
        connection -> {
          insert(connection, "kept");
          var savepoint = connection.setSavepoint();
          insert(connection, "undone");
          connection.rollback(savepoint);
          connection.close();
          assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
          assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);
          assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);
          return true;
        });
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
  }

  @Test
  default void sql_that_should_only_read_leaves_no_trace() {
    Database tallies = town().tallies();
    try {
      tallies.readJdbc(
          connection -> {
            insert(connection, "by mistake");
            return true;
          });
    } catch (DatabaseFailure refused) { // as PostgreSQL does; H2 lets it be and rolls back
      assertThat(refused.kind()).isEqualTo(Kind.OTHER);
    }
    assertThat(Town.count(tallies, "tallies_tally")).isZero();
    tallies.run(entities -> entities.persist(new Tally("allowed again", 1)));
  }

  @Test
  default void a_wrong_statement_is_no_matter_of_trying_again() {
    Database tallies = town().tallies();
    var failure =
        Town.failure(
            () ->
                tallies.jdbc(
                    connection -> {
                      try (Statement statement = connection.createStatement()) {
                        return statement.execute("select from nowhere at all");
                      }
                    }));
    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(failure).hasCauseInstanceOf(SQLException.class);
  }

  @Test
  default void a_batch_updates_what_is_there_and_inserts_what_is_not() {
    Database tallies = town().tallies();
    tallies.run(entities -> entities.persist(new Tally("n500", -1)));
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> "n" + i).toList();
    tallies.jdbc(connection -> upsert(tallies, connection, names));
    tallies.jdbc(connection -> upsert(tallies, connection, names.subList(0, 10)));
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1000);
    long amount = tallies.read(entities -> entities.find(Tally.class, "n500").amount());
    assertThat(amount).isEqualTo(500);
  }

  @Test
  default void work_goes_on_after_a_thread_was_interrupted_in_the_middle() {
    Database tallies = town().tallies();
    Parallel.call(
        () -> {
          Thread.currentThread().interrupt();
          try {
            tallies.run(entities -> entities.persist(new Tally("interrupted", 1)));
          } catch (DatabaseFailure refused) { // the pool may refuse to wait
            assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
          }
          tallies.jdbc(
              connection -> {
                insert(connection, "begun");
                Thread.currentThread().interrupt();
                return insert(connection, "during");
              });
          return Thread.interrupted();
        });
    tallies.run(entities -> entities.persist(new Tally("afterwards", 1)));
    assertThat(Town.count(tallies, "tallies_tally where name in ('during', 'afterwards')"))
        .isEqualTo(2);
  }

  private static int renameNotes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("update notes_note set title = 'seen'");
    }
  }

  private static int insert(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into tallies_tally (name, amount) values (?, 1)")) {
      statement.setString(1, name);
      return statement.executeUpdate();
    }
  }

  static List<String> claim(Connection connection) throws SQLException {
    String next =
        "select name from tallies_tally where claimed_by is null order by name limit 2"
            + " for update skip locked";
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(next)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    try (PreparedStatement mark =
        connection.prepareStatement("update tallies_tally set claimed_by = 'me' where name = ?")) {
      for (String name : names) {
        mark.setString(1, name);
        mark.executeUpdate();
      }
    }
    return names;
  }

  /** The two texts that stores use for whole batches. */
  static int upsert(Database database, Connection connection, List<String> names)
      throws SQLException {
    return switch (database.vendor()) {
      case H2 -> mergeBatch(connection, names);
      case POSTGRESQL -> unnest(connection, names);
    };
  }

  private static int mergeBatch(Connection connection, List<String> names) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into tallies_tally (name, amount) key (name) values (?, ?)")) {
      for (int i = 0; i < names.size(); i++) {
        merge.setString(1, names.get(i));
        merge.setLong(2, i);
        merge.addBatch();
      }
      return merge.executeBatch().length;
    }
  }

  private static int unnest(Connection connection, List<String> names) throws SQLException {
    Object[] amounts = LongStream.range(0, names.size()).boxed().toArray();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into tallies_tally (name, amount) select * from unnest(?, ?)"
                + " on conflict (name) do update set amount = excluded.amount")) {
      insert.setArray(1, connection.createArrayOf("varchar", names.toArray()));
      insert.setArray(2, connection.createArrayOf("bigint", amounts));
      return insert.executeUpdate();
    }
  }
}
