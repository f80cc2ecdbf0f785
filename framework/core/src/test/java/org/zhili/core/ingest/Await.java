package org.zhili.core.ingest;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something holds, at most half a minute. */
public final class Await {
  private Await() {}

  public static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("did not come to hold within 30 s");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
