package org.zhili.resources.internal;

import java.util.function.Supplier;
import org.zhili.core.store.StoreConflict;

/** Does again what somebody else was faster at: seen anew, it may well be possible. */
public final class Retry {
  private static final int TRIES = 4;

  private Retry() {}

  public static <T> T onConflict(Supplier<T> work) {
    for (int i = 1; i < TRIES; i++) {
      try {
        return work.get();
      } catch (StoreConflict e) {
        // the next try reads what the faster one wrote
      }
    }
    return work.get();
  }
}
