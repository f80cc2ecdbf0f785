package org.zhili.driver.df702;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** What a frame reports so far; the first fault spoils all of it. */
final class Report {
  private final DeviceId device;
  private final Instant at;
  private final TimeSource timeSource;
  private final List<Reading> readings = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  Report(DeviceId device, DeviceMessage message) {
    this.device = device;
    this.at = message.origin().sentAt().orElse(message.receivedAt());
    this.timeSource =
        message.origin().sentAt().isPresent() ? TimeSource.DEVICE : TimeSource.RECEIVED;
  }

  /** The sensor is set to see 2 m or 5 m; what it sends for "no echo" is beyond. */
  void distance(int millimetres) {
    measure("bin.distance", millimetres, 0, 5000);
  }

  /** The vendor's own script forgets the sign of frost; its other sensors do send it like this. */
  void temperature(int octet) {
    measure("temperature", (byte) octet, -40, 127);
  }

  void tilt(int sign, int degrees) {
    if (sign > 1) {
      fault("expected the sign of the tilt to be 0 or 1, got " + sign);
    }
    measure("bin.tilt", sign == 0 ? degrees : -degrees, -180, 180);
  }

  /** Without a fix both are zero, and nothing is reported: no city lies on that spot of the sea. */
  void position(long latitudeBits, long longitudeBits) {
    double latitude = Float.intBitsToFloat((int) latitudeBits);
    double longitude = Float.intBitsToFloat((int) longitudeBits);
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      fault("expected a position on earth, got " + latitude + ", " + longitude);
    } else if (latitude != 0 || longitude != 0) {
      add("position", new Value.Position(latitude, longitude));
    }
  }

  /** Take half a byte that says no (0) or yes (1). */
  void flag(String metric, int value) {
    if (value > 1) {
      fault("expected " + metric + " to be 0 or 1, got " + value);
    }
    add(metric, new Value.Flag(value == 1));
  }

  void fault(String reason) {
    fault = fault.or(() -> Optional.of(reason));
  }

  Decoded toDecoded() {
    return fault
        .<Decoded>map(Decoded.Rejected::new)
        .orElseGet(() -> new Decoded.Readings(readings));
  }

  private void measure(String metric, int value, int minimum, int maximum) {
    if (value < minimum || value > maximum) {
      fault("expected " + metric + " from " + minimum + " to " + maximum + ", got " + value);
    }
    add(metric, new Value.Measure(value));
  }

  private void add(String metric, Value value) {
    readings.add(new Reading(device, metric, value, at, timeSource));
  }
}
