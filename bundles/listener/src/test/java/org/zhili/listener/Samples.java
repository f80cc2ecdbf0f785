package org.zhili.listener;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;

/** What stations send, and what they are to be answered. */
final class Samples {
  static final String STATION = "010000A8900016F000169DC0";

  /** The timed report of SL 651-2014 that was published, and its confirmation at {@link #AT}. */
  static final Payload REPORT =
      Payload.ofHex(
          "7E7E 01 0010100001 A000 32 002B 02 000C 200724172349 F1F1 0010100001 48"
              + "F0F0 2007241723 2019 000130 2219 000040 3923 00000550 3812 1268 03 8397");

  /** Half past five in the afternoon, in Beijing. */
  static final Instant AT = Instant.parse("2020-07-24T09:30:00Z");

  static final Payload CONFIRMATION =
      withModbus("7E7E 0010100001 01 A000 32 8008 02 000C 200724173000 04");

  private Samples() {}

  /** A packet of HJ 212 with present values that asks for an answer. */
  static String packet(String cod) {
    return packet(2011, 5, "", "DataTime=20160801085857;w01018-Rtd=" + cod + ",w01018-Flag=N");
  }

  /** A part of a message of HJ 212, of two. */
  static String part(int flag, int number, String area) {
    return packet(2061, flag, "PNUM=2;PNO=" + number + ";", area);
  }

  private static String packet(int command, int flag, String numbers, String area) {
    return framed(
        "QN=20160801085857223;ST=32;CN=%d;PW=123456;MN=%s;Flag=%d;%sCP=&&%s&&"
            .formatted(command, STATION, flag, numbers, area));
  }

  /** The answer to every packet made here. */
  static Payload answer() {
    return Payload.ofUtf8(
        framed("QN=20160801085857223;ST=91;CN=9014;PW=123456;MN=" + STATION + ";Flag=4;CP=&&&&"));
  }

  static String framed(String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    int register = 0xFFFF;
    for (byte b : bytes) {
      register = crc((register >> 8) ^ (b & 0xFF));
    }
    return "##%04d%s%04X\r\n".formatted(bytes.length, data, register);
  }

  /** A message of the station, answered by nothing. */
  static Message message(String text) {
    return new Message(
        Origin.of("zhili/v1/demo/" + STATION + "/up", new DeviceId(STATION)),
        Payload.ofUtf8(text),
        List.of());
  }

  static Payload withModbus(String hex) {
    Payload bare = Payload.ofHex(hex);
    int register = 0xFFFF;
    for (int i = 0; i < bare.size(); i++) {
      register = crc(register ^ bare.u8(i));
    }
    return Payload.ofHex(bare.hex() + "%04X".formatted(register));
  }

  private static int crc(int register) {
    int shifted = register;
    for (int bit = 0; bit < 8; bit++) {
      shifted = (shifted & 1) == 0 ? shifted >> 1 : (shifted >> 1) ^ 0xA001;
    }
    return shifted;
  }
}
