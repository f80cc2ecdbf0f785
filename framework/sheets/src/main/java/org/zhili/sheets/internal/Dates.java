package org.zhili.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.sheets.Unreadable;

/**
 * Which numbers are shown as something else: as dates, or with zeros before them.
 *
 * @param styles for each style of a workbook, whether it is of dates
 * @param padded for each style, how many digits it shows at least
 * @param first the day before the first
 */
record Dates(List<Boolean> styles, List<Integer> padded, LocalDateTime first) {
  private static final LocalDateTime SINCE_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime SINCE_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  /** Formats of dates that have no code, in any language. */
  private static final BitSet BUILT_IN = new BitSet();

  static {
    BUILT_IN.set(14, 23);
    BUILT_IN.set(27, 37);
    BUILT_IN.set(45, 48);
    BUILT_IN.set(50, 59);
  }

  static Dates of(boolean since1904, Optional<InputStream> styles) throws IOException, Unreadable {
    List<Boolean> known = new ArrayList<>();
    List<Integer> padded = new ArrayList<>();
    if (styles.isPresent()) {
      Map<Integer, String> formats = new HashMap<>();
      Xml.read(
          styles.get(),
          (xml, name) -> {
            if (name.equals("numFmt")) {
              formats.put(xml.number("numFmtId", 0), xml.attribute("formatCode").orElse(""));
            } else if (name.equals("cellXfs")) {
              for (var style = xml.child(name); style.isPresent(); style = xml.child(name)) {
                if (style.get().equals("xf")) {
                  int format = xml.number("numFmtId", 0);
                  known.add(isDate(format, formats));
                  padded.add(digits(formats.getOrDefault(format, "")));
                }
              }
            }
          });
    }
    return new Dates(known, padded, since1904 ? SINCE_1904 : SINCE_1900);
  }

  private static boolean isDate(int format, Map<Integer, String> formats) {
    String code = formats.get(format);
    if (code == null) {
      return BUILT_IN.get(format);
    }
    String bare = bare(code);
    return bare.matches("(?is).*[ymdhs年月日].*") && !bare.equalsIgnoreCase("general");
  }

  /** Without what is shown as it stands, and without colours and languages. */
  private static String bare(String code) {
    return code.replaceAll("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]", "");
  }

  /** How many digits a format shows before the point, be they zeros. */
  private static int digits(String code) {
    String whole = bare(code).replaceAll("[;.].*", "");
    return (int) Math.min(255, whole.chars().filter(sign -> sign == '0').count());
  }

  /** How many digits of a number a style shows at least, before the point. */
  int zeros(int style) {
    return style >= 0 && style < padded.size() ? padded.get(style) : 0;
  }

  /** The time a number stands for, when its style is of dates and it can be one. */
  Optional<LocalDateTime> time(int style, BigDecimal number) {
    boolean date = style >= 0 && style < styles.size() && styles.get(style);
    if (!date || number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
      return Optional.empty();
    }
    long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
    return Optional.of(first.plusSeconds(seconds));
  }
}
