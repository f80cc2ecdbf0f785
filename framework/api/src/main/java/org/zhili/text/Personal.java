package org.zhili.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data (个人信息) that people write into free text, and how it is shown to whoever did not ask
 * for it with a reason: a resident identity number (公民身份号码) as {@code 1101**********1234}, a mobile
 * number as {@code 138****5678}, a line as {@code 0359-****456}, a number plate as {@code 浙A***45},
 * a bank card as {@code 622202******0123}. Everything else stays as it was written, and as long as
 * it was.
 *
 * <p>Source: Personal Information Protection Law (个人信息保护法), articles 6 and 51: as little as the
 * purpose needs, and de-identified.
 */
public final class Personal {
  private static final String GAP = "[ -]{0,2}";

  /** What is looked for, and how many signs of it stay readable at its head and tail. */
  private record Kind(Pattern pattern, int head, int tail, Predicate<String> isOne) {
    Kind(String regex, int head, int tail) {
      this(regex, head, tail, digits -> true);
    }

    Kind(String regex, int head, int tail, Predicate<String> isOne) {
      this(Pattern.compile(regex), head, tail, isOne);
    }
  }

  // the first group is what is masked; longer numbers are of other kinds
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "(?<!\\d)([1-9](?:" + GAP + "\\d){16}" + GAP + "[\\dX])(?!\\d)",
              4,
              4,
              Personal::isBorn),
          new Kind(
              "(?<!\\d)((?:62|4\\d|5[1-5]|35)(?:" + GAP + "\\d){14,17})(?!\\d)",
              6,
              4,
              Personal::isCard),
          new Kind(
              "(?:(?<!\\d)(?:\\+|00)?86"
                  + GAP
                  + "|(?<!\\d)0?)(1[3-9](?:(?:"
                  + GAP
                  + "\\d){9}|\\d\\.\\d{4}\\.\\d{4}))(?!\\d)",
              3,
              4),
          new Kind(
              "(?<![\\d-])\\(?0\\d{2,3}\\)?" + GAP + "([2-9](?:" + GAP + "\\d){6,7})(?!\\d)", 0, 3),
          new Kind(
              "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·•.-]?"
                  + "(?=[A-Z]{0,3}\\d)[A-Z0-9]{4,5}[A-Z0-9挂学警港澳])(?![A-Z0-9])",
              2,
              2));

  /**
   * What names things: in the digits of a UUID or of a hash, numbers of people are found by chance.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![0-9A-F])(?:[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}|[0-9A-F]{32,})(?![0-9A-F])");

  private Personal() {}

  /** Show a text without them. Linear in its length. */
  public static String masked(String text) {
    StringBuilder plain = plain(text);
    NAME.matcher(plain.toString())
        .results()
        .forEach(
            name -> plain.replace(name.start(), name.end(), "x".repeat(name.end() - name.start())));
    StringBuilder shown = new StringBuilder(text);
    for (Kind kind : KINDS) {
      Matcher found = kind.pattern.matcher(plain.toString());
      while (found.find()) {
        if (kind.isOne.test(found.group(1).replaceAll("[ -]", ""))) {
          cover(kind, found.start(1), found.end(1), plain, shown);
        }
      }
    }
    return shown.toString();
  }

  /** The same in both languages. */
  public static Wording masked(Wording words) {
    return new Wording(masked(words.zh()), masked(words.en()));
  }

  /** Whether a text is one of them and nothing else, so that whoever writes it knows it whole. */
  public static boolean isOne(String text) {
    String plain = plain(text.strip()).toString();
    return KINDS.stream()
        .anyMatch(
            kind -> {
              Matcher whole = kind.pattern.matcher(plain);
              return whole.matches() && kind.isOne.test(whole.group(1).replaceAll("[ -]", ""));
            });
  }

  /** Whether {@link #masked(String)} would hide something. */
  public static boolean isIn(String text) {
    return !masked(text).equals(text);
  }

  private static void cover(Kind kind, int from, int to, StringBuilder plain, StringBuilder shown) {
    int all = (int) plain.substring(from, to).chars().filter(Character::isLetterOrDigit).count();
    int seen = 0;
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(plain.charAt(i))) {
        if (seen >= kind.head && seen < all - kind.tail) {
          plain.setCharAt(i, '*');
          shown.setCharAt(i, '*');
        }
        seen++;
      }
    }
  }

  /** Letters large, digits and dashes narrow, sign by sign, so that places stay what they are. */
  private static StringBuilder plain(String text) {
    String large = text.toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(large.length() == text.length() ? large : text);
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      int digit = Character.digit(sign, 10);
      if (digit >= 0) {
        plain.setCharAt(i, (char) ('0' + digit));
      } else if (sign >= '\uFF01' && sign <= '\uFF5E') {
        plain.setCharAt(i, (char) (sign - 0xFEE0));
      } else if (Character.getType(sign) == Character.DASH_PUNCTUATION) {
        plain.setCharAt(i, '-');
      } else if (Character.isSpaceChar(sign)) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain;
  }

  /** An identity number holds a day of birth; other numbers of eighteen digits seldom do. */
  private static boolean isBorn(String digits) {
    int century = Integer.parseInt(digits.substring(6, 8));
    int month = Integer.parseInt(digits.substring(10, 12));
    int day = Integer.parseInt(digits.substring(12, 14));
    return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /**
   * The last digit of a card's number checks the others (ISO/IEC 7812-1); one in ten does so by
   * chance.
   */
  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = 2 * digit;
      sum += i % 2 == 0 ? digit : twice / 10 + twice % 10;
    }
    return sum % 10 == 0;
  }
}
