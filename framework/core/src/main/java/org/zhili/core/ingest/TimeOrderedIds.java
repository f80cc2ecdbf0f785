package org.zhili.core.ingest;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes UUIDs of version 7 that only ever grow on this node, even when the clock is set back. */
final class TimeOrderedIds implements Supplier<UUID> {
  private static final int COUNT_BITS = 12;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID get() {
    long stamp = next();
    long high = ((stamp >>> COUNT_BITS) << 16) | 0x7000L | (stamp & ((1L << COUNT_BITS) - 1));
    long low = (random.nextLong() >>> 2) | (1L << 63);
    return new UUID(high, low);
  }

  /** Milliseconds, and a count that carries over into them. */
  private synchronized long next() {
    last = Math.max(last + 1, clock.millis() << COUNT_BITS);
    return last;
  }
}
