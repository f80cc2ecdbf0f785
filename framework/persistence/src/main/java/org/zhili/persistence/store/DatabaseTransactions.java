package org.zhili.persistence.store;

import java.util.function.Supplier;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.store.internal.StoreFailures;

/**
 * The transactions of a database, shared by the town's stores and by modules on the same thread.
 *
 * <p>A conflict with somebody else's work ends the outermost call with {@link StoreConflict}, a
 * database that is away with {@link StoreUnavailable}; anything else it refuses with {@link
 * DatabaseFailure}. Thread-safe.
 */
public final class DatabaseTransactions implements Transactions {
  private final Database database;

  public DatabaseTransactions(Database database) {
    this.database = database;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    return StoreFailures.told(() -> database.inTransaction(entities -> work.get()));
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return StoreFailures.told(() -> database.read(entities -> work.get()));
  }

  @Override
  public void afterCommit(Runnable action) {
    database.afterCommit(action);
  }
}
