package org.zhili.driver.hj212;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * Times as stations write them: {@code 20160801085857}, without a zone. National networks keep
 * Beijing time (北京时间) in the whole country, so it is not the city's zone that is assumed.
 */
final class BeijingTime {
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private BeijingTime() {}

  /** Read a time; empty when there is no such one. */
  static Optional<Instant> of(String text) {
    if (!text.matches("\\d{14}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text, FORM).toInstant(ZONE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
