package org.zhili.id;

import java.util.UUID;

/** Names a case (案件) for machines; people see its number instead. */
public record CaseId(UUID value) implements Comparable<CaseId> {
  /** Read the 36-character form. */
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
