package org.zhili.core.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fingerprints of a device's last messages, in their order, to know a redelivery by. Immutable. */
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

  /**
   * How many messages at the beginning of a run repeat these: as many as make it end like these. Of
   * what came before the window nothing is known.
   */
  public int repeatedBy(long[] run) {
    int most = hashes.length == WINDOW ? run.length : Math.min(run.length, hashes.length);
    for (int count = most; count > 0; count--) {
      int known = Math.min(count, hashes.length);
      if (Arrays.equals(run, count - known, count, hashes, hashes.length - known, hashes.length)) {
        return count;
      }
    }
    return 0;
  }

  /** These and one more as the last; the oldest makes room. */
  public RecentHashes plus(long hash) {
    long[] more = Arrays.copyOf(hashes, hashes.length + 1);
    more[hashes.length] = hash;
    return of(more);
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
