package org.zhili.persistence.store.internal;

/** Words of others, made fit for a column. */
public final class Texts {
  private Texts() {}

  /** Keep the beginning, and no NUL character, which PostgreSQL cannot store. */
  public static String storable(String text, int length) {
    String whole = text.replace('\u0000', '\uFFFD');
    return whole.length() <= length ? whole : whole.substring(0, length);
  }
}
