package org.zhili.driver.hj212;

import java.util.Optional;
import org.zhili.device.Payload;

/**
 * A packet as it stands on the wire (table 2): {@code ##}, the length of the data in four digits,
 * the data, its checksum in four upper-case hexadecimal digits, CR and LF.
 *
 * @param data what is between the length and the checksum
 * @param stated the checksum that came with it
 * @param end where the next packet begins
 */
record Wire(Payload data, int stated, int end) {
  /**
   * As long as four digits can say; the standard allows 1,024 bytes of data, stations send more.
   */
  static final int LONGEST = 2 + 4 + 9_999 + 4 + 2;

  private static final int DATA = 6;
  private static final int CHECKSUM = 4;

  /** Whether a packet begins here, as far as there are bytes. */
  static boolean begins(Payload bytes, int at) {
    for (int i = at; i < Math.min(at + DATA, bytes.size()); i++) {
      int b = bytes.u8(i);
      if (i < at + 2 ? b != '#' : b < '0' || b > '9') {
        return false;
      }
    }
    return at < bytes.size();
  }

  /** How many bytes the packet that begins here has without its line end; empty: not known yet. */
  static Optional<Integer> size(Payload bytes, int at) {
    if (bytes.size() < at + DATA) {
      return Optional.empty();
    }
    int length = 0;
    for (int i = at + 2; i < at + DATA; i++) {
      length = length * 10 + bytes.u8(i) - '0';
    }
    return Optional.of(DATA + length + CHECKSUM);
  }

  /** Read the packet that begins here. A bridge may have taken the line end off the last one. */
  static Wire read(Payload bytes, int at) throws Malformed {
    if (!begins(bytes, at)) {
      throw new Malformed("## and four digits at byte " + at, "something else");
    }
    int left = bytes.size() - at;
    int size = size(bytes, at).orElse(DATA + CHECKSUM);
    if (left < size) {
      throw new Malformed(size + " bytes from byte " + at, String.valueOf(left));
    }
    int end = at + size;
    if (left > size) {
      if (!endsLine(bytes, end)) {
        throw new Malformed("CR and LF at byte " + end, "something else");
      }
      end += 2;
    }
    return new Wire(
        bytes.slice(at + DATA, at + size - CHECKSUM), stated(bytes, at + size - CHECKSUM), end);
  }

  /** Whether CR and LF are there. */
  static boolean endsLine(Payload bytes, int at) {
    return bytes.size() >= at + 2 && bytes.u8(at) == '\r' && bytes.u8(at + 1) == '\n';
  }

  private static int stated(Payload bytes, int at) throws Malformed {
    int value = 0;
    for (int i = at; i < at + CHECKSUM; i++) {
      int digit = "0123456789ABCDEF".indexOf(bytes.u8(i));
      if (digit < 0) {
        throw new Malformed("four upper-case hexadecimal digits at byte " + at, "something else");
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Whether the data is what was sent. */
  boolean isSound() {
    return stated == Checksum.of(data);
  }
}
