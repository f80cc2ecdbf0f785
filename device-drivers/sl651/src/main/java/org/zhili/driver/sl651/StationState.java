package org.zhili.driver.sl651;

import java.util.Optional;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/** What a station says of itself (table 58), a bit each. Door and pump are the wrong way round. */
enum StationState {
  MAINS("station.mains-off", 0, true),
  BATTERY("station.battery-low", 1, true),
  LEVEL("water.level.alarm", 2, true),
  FLOW("water.flow.alarm", 3, true),
  QUALITY("water.quality.alarm", 4, true),
  FLOW_METER("station.flow-meter-fault", 5, true),
  LEVEL_METER("station.level-meter-fault", 6, true),
  DOOR("station.door-open", 7, false),
  MEMORY("station.memory-fault", 8, true),
  PUMP("pump.running", 10, false),
  REMAINING("water.left.alarm", 11, true);

  private final String key;
  private final int bit;
  private final boolean when;

  StationState(String key, int bit, boolean when) {
    this.key = key;
    this.bit = bit;
    this.when = when;
  }

  Metric metric() {
    return new Metric(key, "1");
  }

  /** Whether it is so; empty when the four bytes say nothing. */
  Optional<Boolean> in(Payload bytes) {
    if (bytes.hex().equals("ffffffff")) {
      return Optional.empty();
    }
    int word = bytes.u16(0) << 16 | bytes.u16(2);
    return Optional.of(((word >> bit & 1) == 1) == when);
  }
}
