package org.zhili.persistence.store.internal;

import org.zhili.data.Database;

/**
 * Work with entities, each in the transaction of its caller or in one of its own. What was written
 * reaches the database before the call returns, so that a conflict shows where it arose.
 */
public final class Entities {
  private final Database database;

  public Entities(Database database) {
    this.database = database;
  }

  public <T> T read(Database.Work<T> work) {
    return StoreFailures.told(() -> database.read(work));
  }

  public <T> T write(Database.Work<T> work) {
    return StoreFailures.told(
        () ->
            database.inTransaction(
                entities -> {
                  T answer = work.apply(entities);
                  entities.flush();
                  return answer;
                }));
  }
}
