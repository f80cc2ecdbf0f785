package org.zhili.resources.export;

import org.jspecify.annotations.Nullable;
import org.zhili.resources.security.AuditDetail;

/**
 * A list that is taken away, and what the audit says of it.
 *
 * @param list what it is called in the API
 * @param subject the same, with what it is a list of
 * @param asked by what it was filtered
 */
public record Taken(String list, String subject, AuditDetail asked) {
  public static Taken of(String list) {
    return new Taken(list, list, AuditDetail.NONE);
  }

  /** The list of one thing, such as the alarms of a device. */
  public static Taken of(String list, String thing) {
    return new Taken(list, list + " " + thing, AuditDetail.NONE);
  }

  /** The same, as far as a filter lets through; without a value there is none. */
  public Taken where(String filter, @Nullable Object value) {
    return new Taken(list, subject, asked.with(filter, value));
  }

  /** The same, where the filter is what somebody wrote. */
  public Taken holding(String filter, @Nullable String text) {
    return new Taken(list, subject, asked.text(filter, text));
  }
}
