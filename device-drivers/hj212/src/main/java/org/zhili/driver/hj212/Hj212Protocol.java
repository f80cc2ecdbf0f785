package org.zhili.driver.hj212;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.Part;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

/**
 * Finds the packets of HJ 212-2017 in a stream. An upload that asks for it (bit A of its flag) is
 * answered by a data answer, command 9014, with its own QN (tables C.14 to C.19).
 */
@Component
public final class Hj212Protocol implements FrameProtocol {
  private static final ProtocolInfo INFO = new ProtocolInfo("hj212", Wire.LONGEST);
  private static final int UPLOADS = 1000;
  private static final int INTERACTION = 9000;
  private static final int TIME_WANTED = 1013;

  @Override
  public ProtocolInfo info() {
    return INFO;
  }

  @Override
  public Head read(Payload received, Instant at) {
    if (!Wire.begins(received, 0)) {
      return new Head.Noise(noise(received));
    }
    Optional<Integer> size = Wire.size(received, 0);
    if (size.isEmpty() || received.size() < size.get() + 2) {
      return cutShort(received, size) ? new Head.Noise(noise(received)) : new Head.Begun();
    }
    if (!Wire.endsLine(received, size.get())) {
      return new Head.Noise(noise(received));
    }
    try {
      return frame(Wire.read(received.slice(0, size.get() + 2), 0));
    } catch (Malformed e) {
      return new Head.Noise(size.get() + 2);
    }
  }

  /** Whether the packet cannot become whole any more: something else stands at its end. */
  private static boolean cutShort(Payload received, Optional<Integer> size) {
    return size.isPresent() && received.size() == size.get() + 1 && received.u8(size.get()) != '\r';
  }

  /** How many bytes there are before a packet may begin, and not at the very beginning. */
  private static int noise(Payload received) {
    int at = 1;
    while (at < received.size() && !Wire.begins(received, at)) {
      at++;
    }
    return at;
  }

  private static Head frame(Wire wire) throws Malformed {
    Packet packet = Packet.read(wire);
    if (!DeviceId.isWellFormed(packet.station())) {
      throw new Malformed("MN to be a device id", "another one");
    }
    return new Head.Frame(
        wire.end(),
        new Station(new DeviceId(packet.station()), packet.field("PW")),
        wire.isSound() ? part(packet) : Optional.empty(),
        wire.isSound() ? answer(packet) : Optional.empty());
  }

  /** A station gives each of its messages a QN of its own, which all packets of it carry. */
  private static Optional<Part> part(Packet packet) throws Malformed {
    if (!packet.isPart() || packet.number() < 1 || packet.number() > packet.count()) {
      return Optional.empty();
    }
    String of = packet.field("QN").orElse("") + "/" + packet.command() + "/" + packet.count();
    return Optional.of(new Part(of, packet.number(), packet.count(), true));
  }

  /** A notice asks for command 9013, and the only one of a station is that it wants the time. */
  private static Optional<Payload> answer(Packet packet) throws Malformed {
    int command = packet.command();
    if (!packet.wantsAnswer() || command < UPLOADS || command >= INTERACTION) {
      return Optional.empty();
    }
    String data =
        "QN="
            + packet.field("QN").orElse("")
            + ";ST=91;CN="
            + (command == TIME_WANTED ? "9013" : "9014")
            + ";PW="
            + packet.field("PW").orElse("")
            + ";MN="
            + packet.station()
            + ";Flag=4;CP=&&&&";
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    int checksum = Checksum.of(Payload.of(bytes));
    return Optional.of(Payload.ofUtf8("##%04d%s%04X\r\n".formatted(bytes.length, data, checksum)));
  }
}
