package org.zhili.driver.hj212;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * The readings of one data area about the facilities that clean what is let out (治理设施): whether
 * they run ({@code SB1-RS}), and for how many hours of a day they did ({@code SB1-RT}).
 */
final class Facilities {
  static final int STATES = 2021;
  static final int HOURS = 2041;

  private static final int MOST = 99;
  private static final double HOURS_OF_DAY = 24;
  private static final List<String> WORDS =
      List.of("closed", "running", "calibrating", "maintained", "alarm", "purging");

  private Facilities() {}

  static Stream<Metric> metrics() {
    return IntStream.rangeClosed(1, MOST)
        .boxed()
        .flatMap(
            number ->
                Stream.of(
                    new Metric("facility." + number + ".state", "1"),
                    new Metric("facility." + number + ".hours", "h")));
  }

  static List<Reading> read(DeviceId device, Instant at, Area area) throws Malformed {
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> item : area.items().entrySet()) {
      for (Map.Entry<String, String> value : item.getValue().entrySet()) {
        String key = "facility." + number(item.getKey());
        readings.add(
            switch (value.getKey()) {
              case "RS" -> reading(device, key + ".state", state(value.getValue()), at);
              case "RT" -> reading(device, key + ".hours", hours(value.getValue()), at);
              default -> throw new Malformed("RS or RT", Area.shown(value.getKey()));
            });
      }
    }
    return readings;
  }

  private static int number(String code) throws Malformed {
    if (code.matches("SB0{0,2}[1-9]\\d?")) {
      return Integer.parseInt(code.substring(2));
    }
    throw new Malformed("SB1 to SB" + MOST, Area.shown(code));
  }

  private static Value state(String text) throws Malformed {
    if (text.matches("[0-5]")) {
      return new Value.Label(WORDS.get(Integer.parseInt(text)));
    }
    throw new Malformed("a state from 0 to 5", Area.shown(text));
  }

  private static Value hours(String text) throws Malformed {
    if (text.matches("\\d{1,2}(\\.\\d{1,4})?") && Double.parseDouble(text) <= HOURS_OF_DAY) {
      return new Value.Measure(Double.parseDouble(text));
    }
    throw new Malformed("hours from 0 to 24", Area.shown(text));
  }

  private static Reading reading(DeviceId device, String metric, Value value, Instant at) {
    return new Reading(device, metric, value, at, TimeSource.ASSUMED_ZONE);
  }
}
