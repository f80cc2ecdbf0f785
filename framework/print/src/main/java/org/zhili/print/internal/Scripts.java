package org.zhili.print.internal;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Which characters can be set one after the other, from left to right. */
final class Scripts {
  /** Those whose letters change with their neighbours, or go another way. */
  private static final Set<UnicodeScript> SHAPED =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.BENGALI,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.HEBREW,
          UnicodeScript.KHMER,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.NKO,
          UnicodeScript.NEW_TAI_LUE,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.SYRIAC,
          UnicodeScript.TAI_LE,
          UnicodeScript.TAI_THAM,
          UnicodeScript.TAMIL,
          UnicodeScript.THAANA,
          UnicodeScript.THAI,
          UnicodeScript.TIBETAN);

  private Scripts() {}

  static boolean isSettable(int character) {
    int type = Character.getType(character);
    boolean joins = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    return !joins && !SHAPED.contains(UnicodeScript.of(character));
  }
}
