package org.zhili.demo.city;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** How things are written for who watches. */
final class Phrases {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Phrases() {}

  static String in(Language language, Wording wording) {
    return language == Language.ZH ? wording.zh() : wording.en();
  }

  static String time(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, ZONE));
  }

  static String dayAndTime(Instant at) {
    return DAY.format(LocalDateTime.ofInstant(at, ZONE));
  }

  static String number(long number) {
    return String.format("%,d", number);
  }

  /** A factor as people write it: 60 and 0.5. */
  static String factor(double factor) {
    return BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
  }
}
