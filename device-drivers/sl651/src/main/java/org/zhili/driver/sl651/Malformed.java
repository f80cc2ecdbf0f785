package org.zhili.driver.sl651;

/** Why a message cannot be understood: one clause that names what was expected and what came. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Malformed(String expected, String got) {
    super("expected " + expected + ", got " + got, null, false, false);
    reason = "expected " + expected + ", got " + got;
  }

  String reason() {
    return reason;
  }
}
