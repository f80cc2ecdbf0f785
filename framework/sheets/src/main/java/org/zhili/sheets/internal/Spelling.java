package org.zhili.sheets.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How workbooks spell what XML cannot hold, or would lose: {@code _x000D_} (ST_Xstring of
 * ECMA-376). Text that looks like such a spelling has its first sign spelled, so that it comes back
 * as it was.
 */
public final class Spelling {
  private static final Pattern SPELLED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Signs XML forbids or turns into others, halves of characters, and blanks it drops at ends. */
  private static final Pattern LOST =
      Pattern.compile(
          "_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\p{Cs}]|^[ \\t\\n]|[ \\t\\n]\\z");

  private Spelling() {}

  public static String spell(String text) {
    return LOST.matcher(text)
        .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
  }

  public static String read(String spelled) {
    return SPELLED
        .matcher(spelled)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }
}
