package org.zhili.casework;

/** One version of a case type. */
public record CaseTypeRef(String id, int version) {
  @Override
  public String toString() {
    return id + "@" + version;
  }
}
