package org.zhili.driver.sl651;

import java.util.Arrays;
import org.zhili.device.Payload;

/**
 * One report of a station: a frame, or all packets of a longer text, one after the other.
 *
 * @param station the station's address
 * @param function what kind of report it is (appendix B)
 * @param text the whole text: serial number, time of sending, and what the function says
 */
record Report(String station, int function, Payload text) {
  static Report read(Payload payload) throws Malformed {
    Frame first = Frame.read(payload, 0);
    if (!first.isPart()) {
      if (first.size() < payload.size()) {
        throw new Malformed("one frame", (payload.size() - first.size()) + " bytes after it");
      }
      return new Report(first.station(), first.function(), first.text());
    }
    Payload text = Payload.of(new byte[0]);
    int number = 0;
    for (int at = 0; at < payload.size(); ) {
      Frame packet = Frame.read(payload, at);
      number++;
      boolean follows =
          packet.isPart()
              && packet.station().equals(first.station())
              && packet.function() == first.function()
              && packet.count() == first.count()
              && packet.number() == number;
      if (!follows) {
        throw new Malformed("packet " + number + " of " + first.count(), "another frame");
      }
      text = joined(text, packet.text());
      at += packet.size();
    }
    if (number != first.count()) {
      throw new Malformed(first.count() + " packets", String.valueOf(number));
    }
    return new Report(first.station(), first.function(), text);
  }

  private static Payload joined(Payload one, Payload other) {
    byte[] both = Arrays.copyOf(one.toBytes(), one.size() + other.size());
    System.arraycopy(other.toBytes(), 0, both, one.size(), other.size());
    return Payload.of(both);
  }
}
