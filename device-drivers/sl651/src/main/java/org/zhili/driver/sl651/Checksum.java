package org.zhili.driver.sl651;

import org.zhili.device.Payload;

/** The checksum of SL 651-2014: CRC-16 as in Modbus, but with the high byte first on the wire. */
final class Checksum {
  private static final int POLYNOMIAL = 0xA001;

  private Checksum() {}

  static int of(Payload bytes) {
    int register = 0xFFFF;
    for (int i = 0; i < bytes.size(); i++) {
      register ^= bytes.u8(i);
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ POLYNOMIAL;
      }
    }
    return register;
  }
}
