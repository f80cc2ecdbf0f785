package org.zhili.listener;

import java.util.Optional;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;

/** The town, as the connections of one listener ask it. Thread-safe; each answer may take time. */
final class Asked {
  /** A message of more than 64 KiB is none the town takes. */
  static final int LONGEST = 64 * 1024;

  private final String protocol;
  private final Town town;
  private final Admissions admissions;
  private final Told told;

  Asked(String protocol, Town town, Admissions admissions, Told told) {
    this.protocol = protocol;
    this.town = town;
    this.admissions = admissions;
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
    return admissions.admit(station);
  }

  /** How long a frame may be. */
  int longestFrame() {
    return town.stations()
        .protocol(protocol)
        .map(ProtocolInfo::longestFrame)
        .filter(longest -> longest < LONGEST)
        .orElse(LONGEST);
  }
}
