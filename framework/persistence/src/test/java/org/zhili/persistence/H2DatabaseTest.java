package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.persistence.modules.Tally;

/** The rules on an H2 file. */
class H2DatabaseTest extends DatabaseContract {

  @Override
  public JdbcUrl freshUrl() {
    return new JdbcUrl("jdbc:h2:file:" + folder().resolve("town"));
  }

  /** A folder cannot be made where a file is. */
  @Override
  public DataSource dead() {
    try {
      Path inTheWay = Files.createFile(folder().resolve("in-the-way"));
      JdbcDataSource source = new JdbcDataSource();
      source.setUrl("jdbc:h2:file:" + inTheWay.resolve("town"));
      return source;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void no_module_is_migrated_beside_somebody_who_writes() throws InterruptedException {
    Database tallies = town().tallies();
    List<String> order = new CopyOnWriteArrayList<>();
    Thread opening =
        new Thread(
            () -> {
              town().notes();
              order.add("migrated");
            });
    tallies.run(
        entities -> {
          entities.persist(new Tally("first", 1));
          opening.start();
          boolean came =
              Parallel.comesTrue(() -> waitsIn("WriteTurn", opening) || !order.isEmpty());
          order.add(came ? "written" : "neither");
        });
    opening.join();
    assertThat(order).containsExactly("written", "migrated");
  }

  private static boolean waitsIn(String place, Thread thread) {
    return Stream.of(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith("." + place));
  }

  @Test
  void others_write_while_a_module_waits_for_another_node_to_migrate() throws Exception {
    Database tallies = town().tallies();
    Thread opening = new Thread(() -> town().notes());
    try (Connection node = town().pool.dataSource().getConnection();
        Statement statement = node.createStatement()) {
      statement.execute("select id from zhili_turn for update");
      opening.start();
      assertThat(Parallel.comesTrue(() -> waitsIn("MigrationTurn", opening))).isTrue();
      tallies.run(entities -> entities.persist(new Tally("meanwhile", 1)));
      assertThat(opening.isAlive()).as("it still waits").isTrue();
      node.rollback();
    }
    opening.join();
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
  }

  @Test
  void the_smallest_pool_is_enough_to_migrate_beside_the_checkpoint_timer() throws SQLException {
    try (Connection checkpoint = town().pool.dataSource().getConnection()) {
      assertThat(Town.count(town().notes(), "notes_note")).isZero();
      assertThat(checkpoint.isClosed()).isFalse();
    }
  }

  @Test
  void nobody_writes_beside_anybody_else() {
    Database tallies = town().tallies();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Boolean> writer =
        () -> {
          for (int i = 0; i < 20; i++) {
            Tally tally = new Tally(Thread.currentThread().getName() + i, i);
            tallies.run(
                entities -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  entities.persist(tally);
                  LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                  inside.decrementAndGet();
                });
          }
          return true;
        };
    assertThat(Parallel.callAll(List.of(writer, writer, writer))).containsOnly(true);
    assertThat(most).hasValue(1);
  }
}
