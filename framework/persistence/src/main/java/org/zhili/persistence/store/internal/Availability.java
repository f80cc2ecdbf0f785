package org.zhili.persistence.store.internal;

import java.util.function.Supplier;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;

/** Tells ingestion, in its own word, when the same call is worth repeating. */
public final class Availability {
  private Availability() {}

  /** Do work that conflicts with nobody for long. */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreConflict conflict) {
      throw new StoreUnavailable("others were faster", conflict);
    }
  }
}
