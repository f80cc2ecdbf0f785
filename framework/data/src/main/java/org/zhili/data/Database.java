package org.zhili.data;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs one module's work in database transactions.
 *
 * <p><b>One thread, one transaction.</b> The first call on a thread opens a transaction, and calls
 * made inside it join it, also those of <em>other modules</em> on their own {@code Database}: all
 * share one connection and are committed together when the outermost call returns. Calls may come
 * from any number of threads; a transaction is never carried from one to another.
 *
 * <p><b>All or nothing.</b> Any exception rolls the whole transaction back. A caller that catches
 * the exception of a nested call cannot save the rest: the transaction is marked, and the outermost
 * call ends with a {@link DatabaseFailure} of the same kind.
 *
 * <p><b>Failures.</b> SQL and persistence exceptions become {@link DatabaseFailure}; any other
 * exception of the work passes unchanged. After a failed statement do not go on in the same
 * transaction: PostgreSQL refuses every further one.
 *
 * <p>Work is short and talks to nothing but the database: it holds a connection out of a small
 * pool. The entity manager and the connection are valid only during the call.
 */
@ProviderType
public interface Database {

  /**
   * Run work that reads and writes, and commit.
   *
   * <p>Within one transaction a module sees one entity manager for nested calls. Changes are
   * written when the module's outermost call ends, so a violated constraint surfaces there.
   *
   * @throws IllegalStateException inside a {@link #read} that is not itself in a transaction
   */
  <T> T inTransaction(Work<T> work);

  /** Run work without an answer, otherwise as {@link #inTransaction}. */
  default void run(Action action) {
    inTransaction(
        entities -> {
          action.perform(entities);
          return Boolean.TRUE;
        });
  }

  /** Run work that only reads; changes to entities are not written. */
  <T> T read(Work<T> work);

  /**
   * Run SQL that reads and writes, and commit; for batches and statements that entities express
   * badly.
   *
   * <p>Inside a transaction, pending changes of its entities are written first. Entities already
   * loaded do not notice what the SQL changes. The connection refuses {@code commit} and {@code
   * rollback}, which belong to this interface, and ignores {@code close}; savepoints are allowed.
   *
   * @throws IllegalStateException inside a {@link #read} that is not itself in a transaction
   */
  <T> T jdbc(SqlWork<T> work);

  /** Run SQL that only reads; what it changes by mistake is refused or rolled back. */
  <T> T readJdbc(SqlWork<T> work);

  /**
   * Run an action once the current transaction, the outermost one, has been committed; never after
   * a rollback.
   *
   * <p>Actions run in the order given, on the committing thread, outside any transaction, and may
   * open their own. An action that fails is logged and hinders neither the others nor the caller.
   * It is lost when the process dies first, so it may hurry things along but must not be their only
   * cause: write a row in the transaction, and let the action wake whoever reads it.
   *
   * @throws IllegalStateException outside a transaction that writes
   */
  void afterCommit(Runnable action);

  /** Tell which product is underneath. */
  Vendor vendor();

  /** Does something with the module's entities and answers. */
  @FunctionalInterface
  interface Work<T> {
    T apply(EntityManager entities);
  }

  /** Does something with the module's entities. */
  @FunctionalInterface
  interface Action {
    void perform(EntityManager entities);
  }

  /** Does something in SQL and answers. */
  @FunctionalInterface
  interface SqlWork<T> {
    T apply(Connection connection) throws SQLException;
  }
}
