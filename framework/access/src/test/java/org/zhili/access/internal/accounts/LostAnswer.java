package org.zhili.access.internal.accounts;

import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.Vendor;

/**
 * A database whose answer to a commit is never heard.
 *
 * @param kind what is heard instead
 */
record LostAnswer(Database database, DatabaseFailure.Kind kind) implements Database {
  @Override
  public <T> T inTransaction(Work<T> work) {
    database.inTransaction(work);
    throw new DatabaseFailure(kind, "the answer was lost", null);
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T jdbc(SqlWork<T> work) {
    return database.jdbc(work);
  }

  @Override
  public <T> T readJdbc(SqlWork<T> work) {
    return database.readJdbc(work);
  }

  @Override
  public void afterCommit(Runnable action) {
    database.afterCommit(action);
  }

  @Override
  public Vendor vendor() {
    return database.vendor();
  }
}
