package org.zhili.driver.city.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** When something was true, and how that is known. */
record Observed(Instant at, TimeSource source) {
  /** As long as 2024-05-01T08:00:00.123456789+08:00. */
  private static final int LONGEST = 35;

  private static final int SHORTEST = 16;
  private static final int AFTER_DATE = 10;

  /**
   * Take the message's own time: with an offset as it is, without one in the city's zone. What is
   * missing or no ISO 8601 date and time gives way to the gateway's time, then to that of receipt.
   */
  static Observed of(Optional<String> timestamp, DeviceMessage message) {
    return timestamp
        .filter(Observed::looksLikeTime)
        .flatMap(text -> parse(text, message))
        .or(() -> message.origin().sentAt().map(at -> new Observed(at, TimeSource.DEVICE)))
        .orElseGet(() -> new Observed(message.receivedAt(), TimeSource.RECEIVED));
  }

  /** Years have four digits here: no database column holds the year 999999999. */
  private static boolean looksLikeTime(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && Character.isDigit(text.charAt(0))
        && text.charAt(4) == '-';
  }

  private static Optional<Observed> parse(String text, DeviceMessage message) {
    try {
      return Optional.of(
          hasOffset(text)
              ? new Observed(OffsetDateTime.parse(text).toInstant(), TimeSource.DEVICE)
              : new Observed(
                  LocalDateTime.parse(text).atZone(message.zone()).toInstant(),
                  TimeSource.ASSUMED_ZONE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > AFTER_DATE;
  }

  Reading reading(DeviceId device, String metric, Value value) {
    return new Reading(device, metric, value, at, source);
  }
}
