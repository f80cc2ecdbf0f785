package org.zhili.persistence.store.internal;

import java.util.function.Supplier;
import org.zhili.core.ingest.StoreUnavailable;
import org.zhili.core.store.StoreConflict;
import org.zhili.data.DatabaseFailure;

/** Tells ingestion, in its own word, when the same call is worth repeating. */
public final class Availability {
  private Availability() {}

  /** Do work that conflicts with nobody for long. */
  public static <T> T told(Supplier<T> work) {
    try {
      return unlessAway(work);
    } catch (StoreConflict conflict) {
      throw new StoreUnavailable("others were faster", conflict);
    }
  }

  /** Do work whose conflicts the caller knows how to tell. */
  public static <T> T unlessAway(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseFailure failure) {
      throw failure.kind() == DatabaseFailure.Kind.UNAVAILABLE
          ? new StoreUnavailable("the database cannot take work now", failure)
          : failure;
    }
  }
}
