package org.zhili.itests.evil;

import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.zhili.device.Decoded;
import org.zhili.device.Reading;

/** What a driver does to those who ask it. */
public enum Evil {
  THROWS_UNCHECKED,
  THROWS_CHECKED,
  THROWS_AN_ERROR,
  OVERFLOWS_THE_STACK,
  MISSES_A_CLASS,
  ANSWERS_NULL,
  FLOODS,
  BLOCKS_FOR_EVER,
  SPINS;

  private static final int FLOOD = 200_000;

  /** Of the driver that does it. */
  public String id() {
    return "evil-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Decoded act(Reading reading, Decoded good, CountDownLatch end) {
    switch (this) {
      case THROWS_UNCHECKED -> throw new IllegalStateException("evil");
      case THROWS_CHECKED -> Evil.<RuntimeException>sneak(new Exception("evil"));
      case THROWS_AN_ERROR -> throw new AssertionError("evil");
      case OVERFLOWS_THE_STACK -> overflow(0);
      case MISSES_A_CLASS -> throw new NoClassDefFoundError("org/acme/Forgotten");
      case ANSWERS_NULL -> {
        return nothing();
      }
      case FLOODS -> {
        return new Decoded.Readings(Collections.nCopies(FLOOD, reading));
      }
      case BLOCKS_FOR_EVER -> block(end);
      case SPINS -> spin(end);
    }
    return good;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @SuppressWarnings("NullAway") // what it must not do
  private static Decoded nothing() {
    return null;
  }

  @SuppressWarnings("InfiniteRecursion") // what it is for
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static void block(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        // it cares for nothing
      }
    }
  }

  private static void spin(CountDownLatch end) {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
