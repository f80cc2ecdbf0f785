package org.zhili.persistence.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.internal.failure.Failures;

/** The one transaction of a thread: its connection, and the sessions of all modules in it. */
final class SharedTransaction {

  private static final Logger LOG = LoggerFactory.getLogger(SharedTransaction.class);

  private final Connection connection;
  private final Access access;
  private final boolean autoCommit;
  private final Connection forEntities;
  private final Connection forSql;
  private final Map<ModuleDatabase, ModuleSession> sessions = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private @Nullable Throwable failure;

  /** A module's session, and whether changes made through it are written. */
  record ModuleSession(Session session, Access access) {}

  SharedTransaction(Connection connection, Access access) throws SQLException {
    this.connection = connection;
    this.access = access;
    this.autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    if (access == Access.READ) {
      connection.setReadOnly(true);
    }
    this.forEntities = GuardedConnection.silent(connection);
    this.forSql = GuardedConnection.strict(connection);
  }

  boolean allows(Access wanted) {
    return access == Access.WRITE || wanted == Access.READ;
  }

  Connection connectionForEntities() {
    return forEntities;
  }

  /** Write pending changes of entities, so that SQL sees them, and lend the connection. */
  Connection connectionForSql() {
    sessions.values().stream()
        .filter(module -> module.access() == Access.WRITE)
        .forEach(module -> module.session().flush());
    return forSql;
  }

  /** Find the session that a module has open, unless it cannot serve the access wanted. */
  @Nullable Session session(ModuleDatabase module, Access wanted) {
    ModuleSession open = sessions.get(module);
    return open != null && (open.access() == Access.WRITE || wanted == Access.READ)
        ? open.session()
        : null;
  }

  /** Make a session the module's current one; answers the one it hides until it is left. */
  @Nullable ModuleSession enter(ModuleDatabase module, ModuleSession session) {
    return sessions.put(module, session);
  }

  void leave(ModuleDatabase module, @Nullable ModuleSession hidden) {
    if (hidden == null) {
      sessions.remove(module);
    } else {
      sessions.put(module, hidden);
    }
  }

  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** Remember the first failure of a nested call; from now on this can only be rolled back. */
  void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
  }

  /** Commit what was written; what was only read is rolled back, which costs least. */
  void end() throws SQLException {
    if (failure != null) {
      throw new DatabaseFailure(
          Failures.kindOf(failure), "rolled back, because a nested call failed", failure);
    }
    if (access == Access.WRITE) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  void rollback(Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException broken) { // then the database rolls back by itself
      reason.addSuppressed(broken);
    }
  }

  /** Give the connection back as it came. */
  void release() {
    try (Connection closing = connection) {
      if (access == Access.READ) {
        closing.setReadOnly(false);
      }
      if (autoCommit) {
        closing.setAutoCommit(true);
      }
    } catch (SQLException broken) {
      LOG.debug("connection was broken when given back", broken);
    }
  }

  void runAfterCommit() {
    for (Runnable action : afterCommit) {
      try {
        action.run();
      } catch (RuntimeException | LinkageError failed) {
        LOG.warn("an action after a commit failed; the commit stands", failed);
      }
    }
  }
}
