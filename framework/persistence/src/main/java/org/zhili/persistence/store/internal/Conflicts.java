package org.zhili.persistence.store.internal;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhili.core.store.StoreConflict;
import org.zhili.data.DatabaseFailure;

/** Tells the core about conflicts in its own word. */
public final class Conflicts {
  private static final int DEPTH = 20;

  private Conflicts() {}

  /** Do the work; a failure that stems from a conflict becomes a {@link StoreConflict}. */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseFailure failure) {
      throw isConflict(failure)
          ? new StoreConflict("somebody else wrote the same thing first", failure)
          : failure;
    }
  }

  /** A conflict that a caller hid shows up again as the cause of the rollback. */
  private static boolean isConflict(DatabaseFailure failure) {
    return failure.kind() == DatabaseFailure.Kind.CONFLICT
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(DEPTH)
            .anyMatch(StoreConflict.class::isInstance);
  }
}
