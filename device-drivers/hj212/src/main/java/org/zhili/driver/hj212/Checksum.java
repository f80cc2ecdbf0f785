package org.zhili.driver.hj212;

import org.zhili.device.Payload;

/**
 * The checksum of HJ 212-2017, appendix A. It looks like that of Modbus and is another one: the
 * register is shifted by a byte before each byte comes in.
 */
final class Checksum {
  private static final int POLYNOMIAL = 0xA001;

  private Checksum() {}

  static int of(Payload data) {
    int register = 0xFFFF;
    for (int i = 0; i < data.size(); i++) {
      register = (register >> 8) ^ data.u8(i);
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ POLYNOMIAL;
      }
    }
    return register;
  }
}
