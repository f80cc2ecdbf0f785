package org.zhili.core.store;

import java.util.function.Supplier;

/**
 * The transaction all stores of a town join.
 *
 * <p>Nested calls on one thread are one transaction; it ends with the outermost call, and a failure
 * anywhere inside rolls all of it back. It ends with {@link StoreConflict} or {@link
 * StoreUnavailable} when the whole of it is worth repeating.
 */
public interface Transactions {
  <T> T run(Supplier<T> work);

  /**
   * Run work that only reads. It waits for nobody who writes, and what it wrote would be refused or
   * undone. Inside {@link #run} it is part of that transaction and sees what that has written.
   *
   * @throws IllegalStateException when a {@link #run} is nested in it, unless it is itself in one
   */
  <T> T read(Supplier<T> work);

  /** Run after the outermost commit, never after a rollback. Needs a running transaction. */
  void afterCommit(Runnable action);

  /** Run without a result. */
  default void run(Runnable work) {
    run(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}
