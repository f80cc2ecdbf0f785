package org.zhili.core.plugin;

import java.util.concurrent.CountDownLatch;

/** What an evil plug-in does when it is asked. */
public enum Evil {
  THROWS_UNCHECKED,
  THROWS_CHECKED,
  THROWS_AN_ERROR,
  OVERFLOWS_THE_STACK,
  MISSES_A_CLASS,
  ANSWERS_NULL,
  BLOCKS_UNTIL_INTERRUPTED,
  BLOCKS_FOR_EVER,
  SPINS;

  /** Whether it never answers, instead of failing at once. */
  public boolean hangs() {
    return this == BLOCKS_UNTIL_INTERRUPTED || this == BLOCKS_FOR_EVER || this == SPINS;
  }

  /** Do it; those that do not end do so when the latch opens. */
  public <T> T act(CountDownLatch end, T answer) {
    switch (this) {
      case THROWS_UNCHECKED -> throw new IllegalStateException("evil");
      case THROWS_CHECKED -> Evil.<RuntimeException>sneak(new Exception("evil"));
      case THROWS_AN_ERROR -> throw new AssertionError("evil");
      case OVERFLOWS_THE_STACK -> overflow(0);
      case MISSES_A_CLASS -> throw new NoClassDefFoundError("evil");
      case ANSWERS_NULL -> {
        return nothing();
      }
      case BLOCKS_UNTIL_INTERRUPTED -> {
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case BLOCKS_FOR_EVER -> Waits.block(end);
      case SPINS -> spin(end);
    }
    return answer;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what it must not do
  private static <T> T nothing() {
    return null;
  }

  @SuppressWarnings("InfiniteRecursion") // what it is for
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static void spin(CountDownLatch end) {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
