package org.zhili.persistence.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.zhili.persistence.internal.durability.CommitSync;
import org.zhili.persistence.internal.durability.WriteTurn;
import org.zhili.persistence.internal.failure.Failures;

/** Binds transactions to threads: the outermost call begins and ends one, nested calls join it. */
public final class Transactions {

  private final DataSource source;
  private final WriteTurn turn;
  private final CommitSync sync;

  /** One per engine, hence not static; always removed at the end of the outermost call. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable SharedTransaction> current = new ThreadLocal<>();

  public Transactions(DataSource source, WriteTurn turn, CommitSync sync) {
    this.source = source;
    this.turn = turn;
    this.sync = sync;
  }

  /** A module's part of a transaction. */
  @FunctionalInterface
  interface Part<T> {
    T run(SharedTransaction transaction) throws SQLException;
  }

  <T> T run(Access access, Part<T> part) {
    SharedTransaction transaction = current.get();
    return transaction == null ? outermost(access, part) : nested(transaction, access, part);
  }

  void afterCommit(Runnable action) {
    SharedTransaction transaction = current.get();
    if (transaction == null || !transaction.allows(Access.WRITE)) {
      throw new IllegalStateException("afterCommit outside a transaction that writes");
    }
    transaction.afterCommit(action);
  }

  private <T> T nested(SharedTransaction transaction, Access access, Part<T> part) {
    if (!transaction.allows(access)) {
      throw new IllegalStateException("a write inside a read; begin with inTransaction");
    }
    try {
      return part.run(transaction);
    } catch (Throwable thrown) { // whatever it is, half of the work is missing
      transaction.fail(thrown);
      throw Failures.unchecked(thrown);
    }
  }

  private <T> T outermost(Access access, Part<T> part) {
    if (access == Access.READ) {
      return whole(access, part).answer();
    }
    turn.take();
    Ended<T> ended;
    try {
      ended = whole(access, part);
    } finally {
      turn.pass();
    }
    ended.transaction().runAfterCommit();
    return ended.answer();
  }

  /** What a transaction came to. */
  private record Ended<T>(SharedTransaction transaction, T answer) {}

  private <T> Ended<T> whole(Access access, Part<T> part) {
    SharedTransaction transaction = begin(access);
    current.set(transaction);
    try {
      T answer = part.run(transaction);
      transaction.end();
      if (access == Access.WRITE) {
        sync.committed(transaction.connectionForEntities());
      }
      return new Ended<>(transaction, answer);
    } catch (Throwable thrown) { // whatever it is, nothing may be left in the connection
      transaction.rollback(thrown);
      throw Failures.unchecked(thrown);
    } finally {
      current.remove();
      transaction.release();
    }
  }

  private SharedTransaction begin(Access access) {
    try {
      Connection connection = source.getConnection();
      try {
        return new SharedTransaction(connection, access);
      } catch (SQLException | RuntimeException broken) {
        connection.close();
        throw broken;
      }
    } catch (SQLException away) {
      throw Failures.noConnection(away);
    }
  }
}
