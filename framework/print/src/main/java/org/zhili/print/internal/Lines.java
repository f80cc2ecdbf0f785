package org.zhili.print.internal;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines, as Chinese and Latin are broken. */
final class Lines {
  /** What begins no line. */
  private static final String CLOSING = "，。、；：？！）》」』”’】〉…,.;:?!)]}%";

  /** What ends no line. */
  private static final String OPENING = "（《「『“‘【〈([{";

  private Lines() {}

  /** How wide a character is, in the unit that lines are measured in. */
  interface Widths {
    float of(int character);
  }

  static List<String> of(String words, float width, Widths widths) {
    List<String> lines = new ArrayList<>();
    words.lines().forEach(line -> breakUp(line, width, widths, lines));
    return lines;
  }

  private static void breakUp(String words, float width, Widths widths, List<String> lines) {
    int[] characters = words.codePoints().toArray();
    int start = 0;
    while (start < characters.length) {
      int end = fitting(characters, start, width, widths);
      int at = end == characters.length ? end : breakBefore(characters, start, end);
      lines.add(new String(characters, start, at - start));
      start = at;
    }
    if (characters.length == 0) {
      lines.add("");
    }
  }

  private static int fitting(int[] characters, int start, float width, Widths widths) {
    float used = 0;
    int end = start;
    while (end < characters.length) {
      used += widths.of(characters[end]);
      if (used > width && end > start) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** The last place before the end where a line may break; the end when there is none. */
  private static int breakBefore(int[] characters, int start, int end) {
    for (int at = end; at > start; at--) {
      if (mayBreak(characters[at - 1], characters[at])) {
        return at;
      }
    }
    return end;
  }

  private static boolean mayBreak(int before, int after) {
    if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0 || after == ' ') {
      return false;
    }
    return before == ' ' || isWide(before) || isWide(after);
  }

  private static boolean isWide(int character) {
    return character >= 0x2E80;
  }
}
