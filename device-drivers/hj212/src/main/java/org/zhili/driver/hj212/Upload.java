package org.zhili.driver.hj212;

import java.util.ArrayList;
import java.util.List;
import org.zhili.device.Payload;

/**
 * The packets of one message: one, or all parts of a longer one, one after the other as they came.
 *
 * @param station the station that all of them name
 * @param command the command of all of them
 * @param areas their data areas; an area that says its own time stands for itself, another one goes
 *     on where the one before was cut
 */
record Upload(String station, int command, List<String> areas) {
  private static final String ITS_OWN = "DataTime=";

  Upload {
    areas = List.copyOf(areas);
  }

  static Upload read(Payload payload) throws Malformed {
    List<Packet> packets = new ArrayList<>();
    for (int at = 0; at < payload.size() || packets.isEmpty(); ) {
      Wire wire = Wire.read(payload, at);
      if (!wire.isSound()) {
        throw new Malformed(
            "checksum %04X".formatted(Checksum.of(wire.data())), "%04X".formatted(wire.stated()));
      }
      packets.add(Packet.read(wire));
      at = wire.end();
    }
    Packet first = packets.get(0);
    if (packets.size() > 1) {
      inOrder(packets);
    }
    return new Upload(first.station(), first.command(), areas(packets));
  }

  private static void inOrder(List<Packet> packets) throws Malformed {
    Packet first = packets.get(0);
    for (int i = 0; i < packets.size(); i++) {
      Packet packet = packets.get(i);
      boolean follows =
          packet.station().equals(first.station())
              && packet.command() == first.command()
              && packet.isPart()
              && packet.count() == packets.size()
              && packet.number() == i + 1;
      if (!follows) {
        throw new Malformed(
            "packet " + (i + 1) + " of " + packets.size() + " of one message", "another one");
      }
    }
  }

  private static List<String> areas(List<Packet> packets) {
    List<String> areas = new ArrayList<>();
    for (Packet packet : packets) {
      int last = areas.size() - 1;
      if (last < 0 || packet.area().startsWith(ITS_OWN)) {
        areas.add(packet.area());
      } else {
        areas.set(last, areas.get(last) + packet.area());
      }
    }
    return areas;
  }
}
