package org.zhili.driver.sl651;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalDouble;
import org.zhili.device.Payload;

/** Numbers and times in packed decimal digits (section 6.6.3.3). */
final class Bcd {
  /** National networks keep Beijing time (北京时间), in whatever city they stand. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final int CENTURY = 2000;
  private static final int MOST_BYTES = 8;

  private Bcd() {}

  /**
   * Read a number: FF before it says that it is negative. Nothing but F or A in all places says
   * that there is none.
   *
   * @param decimals how many digits are behind the point
   */
  static OptionalDouble number(Payload bytes, int decimals) throws Malformed {
    String digits = bytes.hex();
    if (digits.matches("f+|a+")) {
      return OptionalDouble.empty();
    }
    boolean negative = digits.startsWith("ff");
    String plain = negative ? digits.substring(2) : digits;
    if (plain.isEmpty() || bytes.size() > MOST_BYTES || !plain.matches("\\d+")) {
      throw new Malformed(
          "decimal digits in at most " + MOST_BYTES + " bytes",
          digits.substring(0, Math.min(digits.length(), 40)));
    }
    BigDecimal number = new BigDecimal(plain).movePointLeft(decimals);
    return OptionalDouble.of((negative ? number.negate() : number).doubleValue());
  }

  /** Read year, month, day, hour and minute, two digits each. */
  static Instant time(Payload bytes) throws Malformed {
    String digits = bytes.hex();
    if (!digits.matches("\\d{10}")) {
      throw new Malformed("a time", digits);
    }
    try {
      return LocalDateTime.of(
              CENTURY + pair(digits, 0),
              pair(digits, 1),
              pair(digits, 2),
              pair(digits, 3),
              pair(digits, 4))
          .toInstant(ZONE);
    } catch (DateTimeException e) {
      throw new Malformed("a time", digits);
    }
  }

  /** Write a time with its seconds, in six bytes. */
  static Payload of(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZONE);
    return Payload.ofHex(
        String.format(
            Locale.ROOT,
            "%02d%02d%02d%02d%02d%02d",
            local.getYear() % 100,
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond()));
  }

  /** The two digits of this place. */
  static int pair(String digits, int place) {
    return Integer.parseInt(digits, 2 * place, 2 * place + 2, 10);
  }
}
