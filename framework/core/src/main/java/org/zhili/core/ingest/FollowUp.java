package org.zhili.core.ingest;

import java.time.Instant;

/**
 * Work that is owed because of a batch, written as a timer in the batch's own transaction. One
 * whose kind and key are waiting already is passed over.
 */
public record FollowUp(String kind, String key, Instant dueAt) {
  /** Open the case of the alert whose id is the key. */
  public static final String OPEN_CASE = "open-case";

  /** Tell the case of the alert whose id is the key that the condition is over. */
  public static final String ALERT_CLEARED = "alert-cleared";

  /** Ask {@link QuietWatch#fire} with the key. */
  public static final String QUIET_OVER = "quiet-over";

  /**
   * The lane of the timer: a case is opened before it is told that the condition is over, which it
   * would not hear otherwise. Empty for what waits for its time and must keep nothing waiting.
   */
  public String lane() {
    return kind.equals(QUIET_OVER) ? "" : "alert " + key;
  }
}
