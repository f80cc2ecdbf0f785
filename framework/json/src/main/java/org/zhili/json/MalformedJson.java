package org.zhili.json;

/** What is no JSON, or not the JSON that was expected. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Say what is wrong.
   *
   * @param fault an English clause for the operator, such as {@code no services}
   */
  public MalformedJson(String fault) {
    super(fault, null, false, false);
  }

  /** What is wrong, in one English clause. */
  public String fault() {
    return String.valueOf(getMessage());
  }
}
