package org.zhili.broker.internal;

import java.util.function.BooleanSupplier;

/** Waits for what another thread does, and fails when it does not. */
final class Awaiting {
  private Awaiting() {}

  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Client.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + Client.PATIENCE);
      }
      Thread.onSpinWait();
    }
  }
}
