package org.zhili.driver.milesight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** What was found in a frame so far; the first fault spoils all of it. */
final class Found {
  /** Before these devices were sold, so the clock of one that says so was never set. */
  private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

  private static final Duration AHEAD = Duration.ofHours(24);

  private final DeviceId device;
  private final Instant receivedAt;
  private final List<Reading> readings = new ArrayList<>();
  private Instant at;
  private TimeSource timeSource;
  private Optional<String> fault = Optional.empty();

  Found(DeviceId device, DeviceMessage message) {
    this.device = device;
    this.receivedAt = message.receivedAt();
    this.at = message.origin().sentAt().orElse(receivedAt);
    this.timeSource =
        message.origin().sentAt().isPresent() ? TimeSource.DEVICE : TimeSource.RECEIVED;
  }

  /** Read the one byte every model sends for its battery. */
  static void battery(Payload value, Found found) {
    found.measure("battery.level", value.u8(0), 0, 100);
  }

  /** Read how warm it is around a device that nobody expects to burn: a word of 0.1 degrees. */
  static void temperature(Payload value, Found found) {
    found.measure("temperature", value.i16le(0) / 10.0, -40, 85);
  }

  /** Read a byte of 0.5 percent. */
  static void humidity(Payload value, Found found) {
    found.measure("humidity", value.u8(0) / 2.0, 0, 100);
  }

  /** Take a number, unless it is beyond what the sensor can measure. */
  void measure(String metric, double value, double minimum, double maximum) {
    if (value < minimum || value > maximum) {
      fault("expected " + metric + " from " + minimum + " to " + maximum + ", got " + value);
    } else {
      add(metric, new Value.Measure(value));
    }
  }

  /** Take a byte that says no (0) or yes (1). */
  void flag(String metric, int value) {
    if (value > 1) {
      fault("expected " + metric + " to be 0 or 1, got " + value);
    } else {
      add(metric, new Value.Flag(value == 1));
    }
  }

  /** Take a byte that stands for a word; one that stands for none is empty in the list. */
  void label(String metric, int value, List<String> words) {
    if (value >= words.size() || words.get(value).isEmpty()) {
      fault("expected a known " + metric + ", got " + value);
    } else {
      label(metric, words.get(value));
    }
  }

  void label(String metric, String word) {
    add(metric, new Value.Label(word));
  }

  /**
   * Take an entry that the device kept and sends late.
   *
   * @param seconds when it was measured by the device's clock, in seconds since 1970 UTC
   */
  void past(long seconds, Consumer<Found> entry) {
    Instant then = Instant.ofEpochSecond(seconds);
    Instant latest = receivedAt.plus(AHEAD);
    if (then.isBefore(FIRST) || then.isAfter(latest)) {
      fault("expected the time of a kept entry from " + FIRST + " to " + latest + ", got " + then);
      return;
    }
    Instant now = at;
    TimeSource nowSource = timeSource;
    at = then;
    timeSource = TimeSource.DEVICE;
    entry.accept(this);
    at = now;
    timeSource = nowSource;
  }

  void fault(String reason) {
    fault = fault.or(() -> Optional.of(reason));
  }

  Decoded toDecoded() {
    return fault
        .<Decoded>map(Decoded.Rejected::new)
        .orElseGet(() -> new Decoded.Readings(readings));
  }

  private void add(String metric, Value value) {
    for (Reading reading : readings) {
      if (reading.metric().equals(metric) && reading.observedAt().equals(at)) {
        fault("expected " + metric + " once, got it twice");
      }
    }
    readings.add(new Reading(device, metric, value, at, timeSource));
  }
}
