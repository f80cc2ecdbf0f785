package org.zhili.core.timer;

import java.time.Instant;

/**
 * Work to be done once.
 *
 * @param kind which {@link TimerHandler} does it
 * @param key names it within its kind; a timer whose kind and key are already waiting is not added
 *     again
 * @param lane timers of one lane are done in the order they were written; empty means none
 * @param dueAt in business time
 */
public record NewTimer(String kind, String key, String lane, Instant dueAt) {
  public static NewTimer of(String kind, String key, Instant dueAt) {
    return new NewTimer(kind, key, "", dueAt);
  }
}
