package org.zhili.core.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fingerprints of a device's last messages, oldest first, to know a redelivery by. Immutable. */
public final class RecentHashes {
  /** How many are kept. */
  public static final int WINDOW = 32;

  private static final RecentHashes NONE = new RecentHashes(new long[0]);

  private final long[] hashes;

  private RecentHashes(long[] hashes) {
    this.hashes = hashes;
  }

  public static RecentHashes none() {
    return NONE;
  }

  /** Take stored fingerprints; of more than {@link #WINDOW} only the last are kept. */
  public static RecentHashes of(long... hashes) {
    int from = Math.max(0, hashes.length - WINDOW);
    return new RecentHashes(Arrays.copyOfRange(hashes, from, hashes.length));
  }

  public boolean contains(long hash) {
    for (long known : hashes) {
      if (known == hash) {
        return true;
      }
    }
    return false;
  }

  /** These and one more as the last; the oldest makes room. One that is known moves to the end. */
  public RecentHashes plus(long hash) {
    int known = 0;
    while (known < hashes.length && hashes[known] != hash) {
      known++;
    }
    int dropped = known < hashes.length ? known : hashes.length == WINDOW ? 0 : -1;
    long[] more = new long[dropped < 0 ? hashes.length + 1 : hashes.length];
    int to = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i != dropped) {
        more[to++] = hashes[i];
      }
    }
    more[to] = hash;
    return new RecentHashes(more);
  }

  public long[] toArray() {
    return hashes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecentHashes that && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " hashes";
  }
}
