package org.zhili.driver.sl651;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;

/** Reads the text of a report (sections 6.6.3 and 6.6.4). */
final class Texts {
  private static final int LINK = 0x2F;
  private static final int TEST = 0x30;
  private static final int UNIFORM = 0x31;
  private static final int TIMED = 0x32;
  private static final int ADDED = 0x33;
  private static final int HOURLY = 0x34;
  private static final int PRESENT = 0x37;
  private static final int QUERIED = 0x3A;

  private static final int SERIAL_AND_TIME = 8;
  private static final int ADDRESS = 0xF1F1;
  private static final int OBSERVED = 0xF0F0;
  private static final int STEP = 0x0418;
  private static final int STATE = 0x4520;
  private static final int RAIN = 0xF4;
  private static final int FIRST_LEVEL = 0xF5;
  private static final int LAST_LEVEL = 0xFC;
  private static final int OWN = 0xFF;

  private static final int FIVE_MINUTE_RAIN = 0x22;
  private static final int GROUPS = 12;
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final Bytes bytes;
  private final Found found;
  private Instant at = Instant.EPOCH;

  private Texts(Report report, DeviceId device) {
    bytes = new Bytes(report.text());
    found = new Found(device, report.function() == TEST ? "test." : "");
  }

  /** The readings of the report. One that keeps the link has none. */
  static List<Reading> read(Report report, DeviceId device) throws Malformed {
    Texts texts = new Texts(report, device);
    texts.bytes.take(SERIAL_AND_TIME, "serial number and time");
    switch (report.function()) {
      case LINK -> {
        return List.of();
      }
      case UNIFORM -> texts.uniform(report.station());
      case TEST, TIMED, ADDED, HOURLY, PRESENT, QUERIED -> texts.elements(report.station());
      default ->
          throw new Malformed(
              "a report this driver reads", "function %02X".formatted(report.function()));
    }
    return texts.found.readings(texts.at);
  }

  /** Address and time of observation, which come first. */
  private void opening(String station) throws Malformed {
    expect(ADDRESS, "the station's address");
    address(station);
    expect(OBSERVED, "the time of observation");
    at = Bcd.time(bytes.take(5, "time of observation"));
  }

  private void expect(int identifier, String what) throws Malformed {
    int got = bytes.take(2, "identifier").u16(0);
    if (got != identifier) {
      throw new Malformed(what + " (%04X)".formatted(identifier), "%04X".formatted(got));
    }
  }

  private void address(String station) throws Malformed {
    String address = bytes.take(6, "address and class").slice(0, 5).hex().toUpperCase(Locale.ROOT);
    if (!address.equals(station)) {
      throw new Malformed("station " + station + " as the head says", address);
    }
  }

  private void elements(String station) throws Malformed {
    opening(station);
    while (!bytes.isEmpty()) {
      int identifier = bytes.next();
      int definition = definition(identifier);
      if ((identifier << 8 | definition) == OBSERVED) {
        at = Bcd.time(bytes.take(5, "time of observation"));
      } else if ((identifier << 8 | definition) == ADDRESS) {
        address(station);
      } else {
        element(identifier, definition);
      }
    }
  }

  /** The second byte of an identifier; a station's own identifiers have one more before it. */
  private int definition(int identifier) throws Malformed {
    if (identifier != OWN) {
      return bytes.next();
    }
    String own = "FF%02X".formatted(bytes.next());
    found.unread(own);
    return bytes.next();
  }

  private void element(int identifier, int definition) throws Malformed {
    int length = definition >> 3;
    int decimals = definition & 7;
    if (identifier == RAIN) {
      rain(length);
    } else if (identifier >= FIRST_LEVEL && identifier <= LAST_LEVEL) {
      levels(identifier - FIRST_LEVEL + 1, length);
    } else if (identifier >= 0xF0 && identifier != OWN) {
      throw new Malformed("an element this driver reads", "%02X".formatted(identifier));
    } else {
      Payload value = bytes.take(length, "element %02X".formatted(identifier));
      Optional<Element> element = Element.of(identifier);
      if ((identifier << 8 | definition) == STATE) {
        found.state(value, at);
      } else if (element.isPresent()) {
        found.number(element.get(), value, decimals, at);
      } else if (identifier != OWN) {
        found.unread("%02X".formatted(identifier));
      }
    }
  }

  /** Twelve bytes of 0.1 mm, five minutes apart; FF is none. */
  private void rain(int length) throws Malformed {
    Payload groups = groups(GROUPS, length);
    Element rain = Element.of(FIVE_MINUTE_RAIN).orElseThrow();
    for (int i = 0; i < GROUPS; i++) {
      if (groups.u8(i) != 0xFF) {
        found.measure(rain.metric(), groups.u8(i) / 10.0, after(i));
      }
    }
  }

  /** Twelve words of 0.01 m, five minutes apart; FFFF is none. */
  private void levels(int number, int length) throws Malformed {
    Payload groups = groups(2 * GROUPS, length);
    for (int i = 0; i < GROUPS; i++) {
      if (groups.u16(2 * i) != 0xFFFF) {
        found.measure(Found.relativeLevel(number), groups.u16(2 * i) / 100.0, after(i));
      }
    }
  }

  private Payload groups(int expected, int length) throws Malformed {
    if (length != expected) {
      throw new Malformed(expected + " bytes of an hour's groups", String.valueOf(length));
    }
    return bytes.take(length, "an hour's groups");
  }

  private Instant after(int steps) {
    return at.plus(FIVE_MINUTES.multipliedBy(steps));
  }

  /** One element at equal steps; a step of zero announces an hour in twelve groups. */
  private void uniform(String station) throws Malformed {
    opening(station);
    expect(STEP, "a step of time");
    String digits = bytes.take(3, "step").hex();
    if (!digits.matches("\\d{6}")) {
      throw new Malformed("days, hours and minutes in digits", digits);
    }
    Duration step =
        Duration.ofDays(Bcd.pair(digits, 0))
            .plusHours(Bcd.pair(digits, 1))
            .plusMinutes(Bcd.pair(digits, 2));
    int identifier = bytes.next();
    int definition = definition(identifier);
    if (step.isZero()) {
      element(identifier, definition);
      if (!bytes.isEmpty()) {
        throw new Malformed("one element", bytes.left() + " bytes after it");
      }
    } else {
      series(identifier, definition, step);
    }
  }

  private void series(int identifier, int definition, Duration step) throws Malformed {
    int length = definition >> 3;
    Element element =
        Element.of(identifier)
            .filter(known -> length > 0)
            .orElseThrow(
                () -> new Malformed("an element this driver reads", "%02X".formatted(identifier)));
    while (!bytes.isEmpty()) {
      found.number(element, bytes.take(length, "a value"), definition & 7, at);
      at = at.plus(step);
    }
  }
}
