package org.zhili.rest.internal.door;

/** Looks at an address as it came, before anything is decoded. */
final class Address {
  private Address() {}

  /** Whether each percent sign stands before two digits of a character other than NUL. */
  static boolean isSound(String raw) {
    for (int at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 1)) {
      if (at + 2 >= raw.length()) {
        return false;
      }
      int high = Character.digit(raw.charAt(at + 1), 16);
      int low = Character.digit(raw.charAt(at + 2), 16);
      if (high < 0 || low < 0 || high + low == 0) {
        return false;
      }
    }
    return true;
  }
}
