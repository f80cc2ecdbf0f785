package org.zhili.driver.milesight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** What was found in a frame so far; the first fault spoils all of it. */
final class Found {
  private final DeviceId device;
  private final Instant at;
  private final TimeSource timeSource;
  private final List<Reading> readings = new ArrayList<>();
  private final Set<String> metrics = new HashSet<>();
  private Optional<String> fault = Optional.empty();

  Found(DeviceId device, DeviceMessage message) {
    this.device = device;
    this.at = message.origin().sentAt().orElse(message.receivedAt());
    this.timeSource =
        message.origin().sentAt().isPresent() ? TimeSource.DEVICE : TimeSource.RECEIVED;
  }

  /** Read the one byte every model sends for its battery. */
  static void battery(Payload value, Found found) {
    found.measure("battery.level", value.u8(0), 0, 100);
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

  Decoded toDecoded() {
    return fault
        .<Decoded>map(Decoded.Rejected::new)
        .orElseGet(() -> new Decoded.Readings(readings));
  }

  private void add(String metric, Value value) {
    if (!metrics.add(metric)) {
      fault("expected " + metric + " once, got it twice");
    }
    readings.add(new Reading(device, metric, value, at, timeSource));
  }

  private void fault(String reason) {
    fault = fault.or(() -> Optional.of(reason));
  }
}
