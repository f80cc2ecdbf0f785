package org.zhili.persistence.store.internal;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.data.DatabaseFailure;

/** Tells the core in its own words what came of failures of the database. */
public final class StoreFailures {
  private static final int DEPTH = 20;

  private StoreFailures() {}

  /**
   * Do the work; a failure that stems from a conflict becomes a {@link StoreConflict}, and one that
   * stems from a database that is away a {@link StoreUnavailable}.
   */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseFailure failure) {
      if (stems(failure, DatabaseFailure.Kind.CONFLICT, StoreConflict.class)) {
        throw new StoreConflict("somebody else wrote the same thing first", failure);
      }
      if (stems(failure, DatabaseFailure.Kind.UNAVAILABLE, StoreUnavailable.class)) {
        throw new StoreUnavailable("the database cannot take work now", failure);
      }
      throw failure;
    }
  }

  /** What a caller hid shows up again as the cause of the rollback. */
  private static boolean stems(
      DatabaseFailure failure, DatabaseFailure.Kind kind, Class<? extends Throwable> hidden) {
    return failure.kind() == kind
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(DEPTH)
            .anyMatch(hidden::isInstance);
  }
}
