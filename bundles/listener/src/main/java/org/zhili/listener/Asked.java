package org.zhili.listener;

import java.util.Optional;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;

/** The protocol of one listener, as its connections ask it. For the listener's thread. */
final class Asked {
  private static final int LONGEST = 64 * 1024;

  private final String protocol;
  private final Town town;
  private final Told told;

  Asked(String protocol, Town town, Told told) {
    this.protocol = protocol;
    this.town = town;
    this.told = told;
  }

  String protocol() {
    return protocol;
  }

  /** What stands at the head of these bytes; empty: ask again later. */
  Optional<Head> read(Payload received) {
    Optional<Head> head = town.stations().read(protocol, received, town.clock().instant());
    if (head.isPresent()) {
      told.mended(Fault.Code.NO_PROTOCOL, protocol);
    } else if (town.stations().protocol(protocol).isEmpty()) {
      told.tell(Fault.of(Fault.Code.NO_PROTOCOL, protocol), protocol);
    }
    return head;
  }

  Optional<Origin> admit(Station station) {
    return town.stations().admit(station);
  }

  /** How long a frame may be: a message of more than 64 KiB is none the town takes. */
  int longestFrame() {
    return town.stations()
        .protocol(protocol)
        .map(ProtocolInfo::longestFrame)
        .filter(longest -> longest < LONGEST)
        .orElse(LONGEST);
  }
}
