package org.zhili.tck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.Part;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

/**
 * A protocol without fault: {@code #}, two digits of length, {@code gauge-1,1234,2.35}, two digits
 * of checksum, and the end of the line. A value such as {@code 1/2} is a part.
 */
public class Gauge implements FrameProtocol {
  static final int HEAD = 3;
  static final int TAIL = 4;

  @Override
  public ProtocolInfo info() {
    return new ProtocolInfo("test-gauge", HEAD + 99 + TAIL);
  }

  @Override
  public Head read(Payload received, Instant at) {
    if (received.u8(0) != '#') {
      return new Head.Noise(noise(received));
    }
    for (int i = 1; i < Math.min(HEAD, received.size()); i++) {
      if (received.u8(i) < '0' || received.u8(i) > '9') {
        return new Head.Noise(1);
      }
    }
    return received.size() < HEAD || received.size() < size(received)
        ? new Head.Begun()
        : frame(received.slice(0, size(received)));
  }

  int noise(Payload received) {
    int length = 1;
    while (length < received.size() && received.u8(length) != '#') {
      length++;
    }
    return length;
  }

  static int size(Payload received) {
    return HEAD + (received.u8(1) - '0') * 10 + received.u8(2) - '0' + TAIL;
  }

  private Head frame(Payload frame) {
    int end = frame.size() - TAIL;
    String data = frame.slice(HEAD, end).utf8().orElse("");
    String tail = new String(frame.slice(end, frame.size()).toBytes(), StandardCharsets.US_ASCII);
    String[] words = data.split(",", -1);
    if (!tail.endsWith("\r\n") || words.length < 3 || !DeviceId.isWellFormed(words[0])) {
      return new Head.Noise(1);
    }
    boolean sound = tail.startsWith("%02X".formatted(checksum(data)));
    boolean part = words[2].equals("1/2");
    return new Head.Frame(
        frame.size(),
        new Station(new DeviceId(words[0]), Optional.of(words[1]).filter(word -> !word.isEmpty())),
        sound && part ? Optional.of(new Part(words[0] + "/2", 1, 2, false)) : Optional.empty(),
        isAnswered(sound) && !part
            ? Optional.of(Payload.ofUtf8("!" + words[0] + "\r\n"))
            : Optional.empty());
  }

  boolean isAnswered(boolean sound) {
    return sound;
  }

  private static int checksum(String data) {
    int all = 0;
    for (byte b : data.getBytes(StandardCharsets.UTF_8)) {
      all ^= b;
    }
    return all & 0xFF;
  }
}
