package org.zhili.resources.internal.progress;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets each key through so often: at once up to the capacity, then one by one as time passes.
 * Remembers a bounded number of keys, and forgets those not seen for longest. Thread-safe.
 */
public final class TokenBuckets {
  private final int capacity;
  private final long refillNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Set up.
   *
   * @param refill how long one more token takes
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public TokenBuckets(int capacity, Duration refill, int keys, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.refillNanos = refill.toNanos();
    this.nanoTime = nanoTime;
    this.buckets = new Recent(keys);
  }

  /** Take a token; when there is none, tell how long the next one takes. */
  public Optional<Duration> take(String key) {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket(now, capacity));
      refill(bucket, now);
      if (bucket.tokens == 0) {
        return Optional.of(Duration.ofNanos(bucket.since + refillNanos - now));
      }
      bucket.tokens--;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether none was taken, or as many have come back. */
  public boolean isWhole(String key) {
    lock.lock();
    try {
      Bucket bucket = buckets.get(key);
      if (bucket != null) {
        refill(bucket, nanoTime.getAsLong());
      }
      return bucket == null || bucket.tokens == capacity;
    } finally {
      lock.unlock();
    }
  }

  private void refill(Bucket bucket, long now) {
    long earned = (now - bucket.since) / refillNanos;
    if (earned > 0) {
      bucket.tokens = (int) Math.min(capacity, bucket.tokens + earned);
      bucket.since += earned * refillNanos;
    }
  }

  /** Put a token back that was taken for nothing. */
  public void giveBack(String key) {
    lock.lock();
    try {
      Bucket bucket = buckets.get(key);
      if (bucket != null) {
        bucket.tokens = Math.min(capacity, bucket.tokens + 1);
      }
    } finally {
      lock.unlock();
    }
  }

  private static final class Bucket {
    private long since;
    private int tokens;

    Bucket(long since, int tokens) {
      this.since = since;
      this.tokens = tokens;
    }
  }

  /** The keys seen last. */
  private static final class Recent extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      super(64, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > most;
    }
  }
}
