package org.zhili.access.internal.passwords;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must not be. Length counts most; signs of several kinds are not asked for, since
 * that only makes people write them down.
 */
public final class PasswordPolicy {
  public static final int SHORTEST = 10;
  public static final int LONGEST = 128;
  private static final int FEWEST_SIGNS = 5;

  /** The beginnings of what everybody tries first, here and elsewhere. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passw0rd",
          "p@ssw0rd",
          "12345678",
          "87654321",
          "11111111",
          "88888888",
          "66666666",
          "00000000",
          "qwertyui",
          "qwerty12",
          "1qaz2wsx",
          "1q2w3e4r",
          "asdfghjk",
          "abcd1234",
          "abc12345",
          "a1234567",
          "aa123456",
          "admin123",
          "admin@12",
          "welcome1",
          "changeme",
          "letmein1",
          "iloveyou",
          "woaini52",
          "5201314",
          "zhili123",
          "zhili@12");

  private PasswordPolicy() {}

  /** What is wrong with a password. */
  public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    LIKE_THE_NAME,
    COMMON,
    TOO_FEW_SIGNS
  }

  /** Judge a password for an account of this name. */
  public static Optional<Weakness> judge(String name, String password) {
    String low = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    } else if (password.length() > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    } else if (low.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(Weakness.LIKE_THE_NAME);
    } else if (COMMON.stream().anyMatch(low::startsWith)) {
      return Optional.of(Weakness.COMMON);
    } else if (low.codePoints().distinct().count() < FEWEST_SIGNS) {
      return Optional.of(Weakness.TOO_FEW_SIGNS);
    }
    return Optional.empty();
  }
}
