package org.zhili.driver.sl651;

import java.util.Locale;
import java.util.Optional;
import org.zhili.device.Payload;

/**
 * A frame from a station (tables 20 and 22): 7E7E, the centre, the station, its password, the
 * function, direction and length, the text, its end and the checksum.
 */
record Frame(Payload bytes) {
  /** As long as twelve bits can say. */
  static final int LONGEST = 14 + 4_095 + 3;

  private static final int MARK = 0x7E;
  private static final int STX = 0x02;
  private static final int SYN = 0x16;
  private static final int ETX = 0x03;
  private static final int ETB = 0x17;

  private static final int STATION = 3;
  private static final int PASSWORD = 8;
  private static final int FUNCTION = 10;
  private static final int LENGTH = 11;
  private static final int START = 13;
  private static final int TEXT = 14;
  private static final int COUNT = 3;
  private static final int TAIL = 3;

  /** Whether a frame begins here, as far as there are bytes. */
  static boolean begins(Payload bytes, int at) {
    return at < bytes.size()
        && bytes.u8(at) == MARK
        && (at + 1 == bytes.size() || bytes.u8(at + 1) == MARK);
  }

  /** How long the frame that begins here is; empty: not known yet. */
  static Optional<Integer> size(Payload bytes, int at) {
    return bytes.size() < at + TEXT
        ? Optional.empty()
        : Optional.of(TEXT + (bytes.u16(at + LENGTH) & 0xFFF) + TAIL);
  }

  /** Whether the head is one from a station; it is all there. */
  static boolean isHeadBuilt(Payload bytes, int at) {
    int start = bytes.u8(at + START);
    int length = bytes.u16(at + LENGTH);
    return length >> 12 == 0 && (start == STX || (start == SYN && length >= COUNT));
  }

  /** Whether the whole frame is built as one from a station is; it is all there. */
  static boolean isBuilt(Payload bytes, int at) {
    int end = bytes.u8(at + size(bytes, at).orElseThrow() - TAIL);
    return isHeadBuilt(bytes, at) && (end == ETX || end == ETB);
  }

  /** Read the frame that begins here. */
  static Frame read(Payload bytes, int at) throws Malformed {
    if (!begins(bytes, at)) {
      throw new Malformed("7E7E at byte " + at, "something else");
    }
    int left = bytes.size() - at;
    int size = size(bytes, at).orElse(TEXT + TAIL);
    if (left < size) {
      throw new Malformed(size + " bytes from byte " + at, String.valueOf(left));
    }
    if (!isBuilt(bytes, at)) {
      throw new Malformed(
          "a frame from a station, with its text between 02 or 16 and 03 or 17",
          "another one at byte " + at);
    }
    Frame frame = new Frame(bytes.slice(at, at + size));
    if (!frame.isSound()) {
      throw new Malformed(
          "checksum %04X".formatted(frame.checksum()), "%04X".formatted(frame.stated()));
    }
    return frame;
  }

  private int checksum() {
    return Checksum.of(bytes.slice(0, bytes.size() - 2));
  }

  private int stated() {
    return bytes.u16(bytes.size() - 2);
  }

  /** Whether the frame is what was sent. */
  boolean isSound() {
    return checksum() == stated();
  }

  int centre() {
    return bytes.u8(2);
  }

  Payload stationAddress() {
    return bytes.slice(STATION, PASSWORD);
  }

  /** The station's address in ten digits. */
  String station() {
    return stationAddress().hex().toUpperCase(Locale.ROOT);
  }

  Payload password() {
    return bytes.slice(PASSWORD, FUNCTION);
  }

  int function() {
    return bytes.u8(FUNCTION);
  }

  /** Whether it is one packet of a longer text. */
  boolean isPart() {
    return bytes.u8(START) == SYN;
  }

  /** How many packets there are. */
  int count() {
    return bytes.u16(TEXT) >> 4;
  }

  /** Which of them this is, from 1. */
  int number() {
    return bytes.u16(TEXT + 1) & 0xFFF;
  }

  /** Whether more frames follow it. */
  boolean isFollowed() {
    return bytes.u8(bytes.size() - TAIL) == ETB;
  }

  /** What stands between its start and its end, without the numbers of the packet. */
  Payload text() {
    return bytes.slice(isPart() ? TEXT + COUNT : TEXT, bytes.size() - TAIL);
  }

  int size() {
    return bytes.size();
  }

  /** Without the password, which has no place in a log. */
  @Override
  public String toString() {
    return "Frame[" + station() + ", function %02X]".formatted(function());
  }
}
