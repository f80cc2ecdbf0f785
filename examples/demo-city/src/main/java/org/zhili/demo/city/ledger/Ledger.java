package org.zhili.demo.city.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was published and what the broker acknowledged. An abnormal message that was acknowledged is
 * owed an answer by the town. Thread-safe.
 */
public final class Ledger {
  private final Map<Key, Long> owed = new TreeMap<>();
  private long published;
  private long acknowledged;
  private long refused;

  /**
   * What an abnormal message is about.
   *
   * @param metric the reading that is abnormal
   */
  public record Key(String device, String metric, String condition) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * How many messages of each kind.
   *
   * @param refused published, but never acknowledged
   * @param abnormal acknowledged and abnormal
   */
  public record Counts(long published, long acknowledged, long refused, long abnormal) {
    public long underWay() {
      return published - acknowledged - refused;
    }
  }

  public synchronized void published() {
    published++;
  }

  public synchronized void refused() {
    refused++;
  }

  public synchronized void acknowledged() {
    acknowledged++;
  }

  /** The same, for a message the town must make something of. */
  public synchronized void acknowledged(Key abnormal) {
    acknowledged++;
    owed.merge(abnormal, 1L, Long::sum);
  }

  /** How many abnormal messages were acknowledged, by what they are about. */
  public synchronized Map<Key, Long> owed() {
    return new TreeMap<>(owed);
  }

  public synchronized Counts counts() {
    long abnormal = owed.values().stream().mapToLong(Long::longValue).sum();
    return new Counts(published, acknowledged, refused, abnormal);
  }
}
