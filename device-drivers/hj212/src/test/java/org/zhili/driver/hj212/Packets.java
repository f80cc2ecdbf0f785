package org.zhili.driver.hj212;

import java.nio.charset.StandardCharsets;
import org.zhili.device.Payload;

/** Makes packets as a station does. */
final class Packets {
  private Packets() {}

  /** A packet of the sample station, without its line end. */
  static String of(String fields, String area) {
    String data =
        "QN=20160801085857223;ST=32;"
            + fields
            + ";PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
            + area
            + "&&";
    return "##%04d%s%04X"
        .formatted(
            data.getBytes(StandardCharsets.UTF_8).length, data, Checksum.of(Payload.ofUtf8(data)));
  }
}
