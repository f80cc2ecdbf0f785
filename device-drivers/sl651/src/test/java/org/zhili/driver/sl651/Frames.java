package org.zhili.driver.sl651;

import org.zhili.device.Payload;

/** Makes frames as a station does. */
final class Frames {
  private Frames() {}

  /** A whole frame of the sample station around this text. */
  static Payload of(int function, String text) {
    Payload bare = Payload.ofHex(text);
    String frame =
        "7E7E 01 0010100001 A000 %02X %04X 02 ".formatted(function, bare.size())
            + bare.hex()
            + "03";
    return Payload.ofHex(frame + "%04X".formatted(Checksum.of(Payload.ofHex(frame))));
  }
}
