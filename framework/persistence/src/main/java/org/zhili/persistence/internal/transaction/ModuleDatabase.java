package org.zhili.persistence.internal.transaction;

import java.time.Duration;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.Database;
import org.zhili.data.Vendor;
import org.zhili.persistence.internal.transaction.SharedTransaction.ModuleSession;

/** One module's door to the shared transactions, with the sessions of its own entities. */
public final class ModuleDatabase implements Database, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleDatabase.class);
  private static final Duration ENDING_LIMIT = Duration.ofSeconds(5);

  private final String name;
  private final SessionFactory sessions;
  private final Transactions transactions;
  private final Vendor vendor;
  private final OpenCalls calls;

  public ModuleDatabase(
      String name, SessionFactory sessions, Transactions transactions, Vendor vendor) {
    this.name = name;
    this.sessions = sessions;
    this.transactions = transactions;
    this.vendor = vendor;
    this.calls = new OpenCalls(name);
  }

  @Override
  public <T> T inTransaction(Work<T> work) {
    return withEntities(Access.WRITE, work);
  }

  @Override
  public <T> T read(Work<T> work) {
    return withEntities(Access.READ, work);
  }

  @Override
  public <T> T jdbc(SqlWork<T> work) {
    return withSql(Access.WRITE, work);
  }

  @Override
  public <T> T readJdbc(SqlWork<T> work) {
    return withSql(Access.READ, work);
  }

  @Override
  public void afterCommit(Runnable action) {
    transactions.afterCommit(action);
  }

  @Override
  public Vendor vendor() {
    return vendor;
  }

  /** Refuse new calls and let those in flight end. */
  @Override
  public void close() {
    if (!calls.end(ENDING_LIMIT)) {
      LOG.warn("work of {} still runs while its database is closed; it will fail", name);
    }
  }

  private <T> T withSql(Access access, SqlWork<T> work) {
    return calls.within(
        () -> transactions.run(access, transaction -> work.apply(transaction.connectionForSql())));
  }

  private <T> T withEntities(Access access, Work<T> work) {
    return calls.within(
        () -> transactions.run(access, transaction -> inSession(transaction, access, work)));
  }

  private <T> T inSession(SharedTransaction transaction, Access access, Work<T> work) {
    Session joined = transaction.session(this, access);
    if (joined != null) {
      return work.apply(joined);
    }
    try (Session session = openSession(transaction, access)) {
      @Nullable ModuleSession hidden = transaction.enter(this, new ModuleSession(session, access));
      try {
        return inUnitOfWork(session, work);
      } finally {
        transaction.leave(this, hidden);
      }
    }
  }

  private Session openSession(SharedTransaction transaction, Access access) {
    Session session =
        sessions.withOptions().connection(transaction.connectionForEntities()).openSession();
    if (access == Access.READ) {
      session.setDefaultReadOnly(true);
      session.setHibernateFlushMode(FlushMode.MANUAL);
    }
    return session;
  }

  /** Hibernate's own commit only writes pending changes: its connection ignores the rest. */
  private static <T> T inUnitOfWork(Session session, Work<T> work) {
    Transaction unit = session.beginTransaction();
    boolean done = false;
    try {
      T answer = work.apply(session);
      unit.commit();
      done = true;
      return answer;
    } finally {
      if (!done && unit.isActive()) {
        unit.rollback();
      }
    }
  }
}
