package org.zhili.driver.sl651;

import org.zhili.device.Payload;

/** The text of a report while it is read, from left to right. */
final class Bytes {
  private final Payload text;
  private int at;

  Bytes(Payload text) {
    this.text = text;
  }

  boolean isEmpty() {
    return at == text.size();
  }

  int left() {
    return text.size() - at;
  }

  int next() throws Malformed {
    return take(1, "an identifier").u8(0);
  }

  /**
   * Take so many bytes.
   *
   * @param what they are, for the reason when there are fewer
   */
  Payload take(int count, String what) throws Malformed {
    if (left() < count) {
      throw new Malformed(count + " bytes of " + what, String.valueOf(left()));
    }
    at += count;
    return text.slice(at - count, at);
  }
}
