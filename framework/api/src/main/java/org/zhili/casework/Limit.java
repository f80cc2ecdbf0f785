package org.zhili.casework;

/**
 * An amount of time as rules state it: {@code new Limit(4, LimitUnit.WORK_HOUR)}. Zero means at
 * once.
 */
public record Limit(int amount, LimitUnit unit) {
  public Limit {
    if (amount < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + amount);
    }
  }

  /** The units that limits are stated in. */
  public enum LimitUnit {
    /** 工作时 */
    WORK_HOUR,
    /** 工作日 */
    WORK_DAY,
    /** 小时 */
    HOUR,
    /** 自然日 */
    DAY,
    /** 月 */
    MONTH
  }
}
