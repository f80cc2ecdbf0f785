package org.zhili.core.casework;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.zhili.id.CaseId;

/** Makes the three names of a case: for machines, for people, and for whoever may follow it. */
final class CaseNumbers {
  /** Crockford's base 32: no letters that are mistaken for digits. */
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private static final int CODE_LENGTH = 16;

  private final SecureRandom random = new SecureRandom();

  /** A UUID of version 7: ordered by time, so that neighbours in time are neighbours on disk. */
  CaseId id(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new CaseId(new UUID(high, low));
  }

  String number(LocalDate day, long count) {
    return String.format(
        java.util.Locale.ROOT,
        "ZL-%04d%02d%02d-%06d",
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        count);
  }

  /** 16 characters of 5 random bits: 80 bits nobody guesses. */
  String publicCode() {
    StringBuilder code = new StringBuilder(CODE_LENGTH);
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return code.toString();
  }
}
