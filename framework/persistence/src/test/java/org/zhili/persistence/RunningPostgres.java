package org.zhili.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * A real PostgreSQL, started once for all test classes and stopped after the last.
 *
 * <p>Tests that need it are skipped, with the reason, on a machine where its binaries do not run.
 */
final class RunningPostgres implements ExecutionCondition {

  private static final Namespace NAMESPACE = Namespace.create(RunningPostgres.class);
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static volatile Server current = new Server(null, "not started");

  /** What was started, or why nothing was; the root store of JUnit closes it at the end. */
  private record Server(@Nullable EmbeddedPostgres process, String refusal)
      implements AutoCloseable {

    @Override
    public void close() throws IOException {
      if (process != null) {
        process.close();
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    current = store.getOrComputeIfAbsent(Server.class, key -> start(), Server.class);
    return current.process == null
        ? ConditionEvaluationResult.disabled("PostgreSQL cannot run here: " + current.refusal)
        : ConditionEvaluationResult.enabled("PostgreSQL runs");
  }

  /** Make an empty schema in the running server, which is a database of its own to its users. */
  static JdbcUrl fresh() {
    String name = "town" + SCHEMAS.incrementAndGet();
    execute("create schema " + name);
    return new JdbcUrl(
        "jdbc:postgresql://127.0.0.1:" + process().getPort() + "/postgres?currentSchema=" + name);
  }

  private static void execute(String sql) {
    try (Connection connection = process().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static EmbeddedPostgres process() {
    EmbeddedPostgres process = current.process;
    if (process == null) {
      throw new IllegalStateException(current.refusal);
    }
    return process;
  }

  /** The binaries' own defaults are fsync and synchronous_commit off, which would prove nothing. */
  private static Server start() {
    try {
      return new Server(
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start(),
          "");
    } catch (IOException | RuntimeException cannot) {
      return new Server(null, String.valueOf(cannot.getMessage()));
    }
  }
}
