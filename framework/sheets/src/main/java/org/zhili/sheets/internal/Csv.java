package org.zhili.sheets.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.Unreadable;

/** Text with commas, or with tabs or semicolons when its first line has more of them. */
public final class Csv {
  /** What Excel writes of a long number, whose digits are gone then. */
  private static final Pattern DIGITS_LOST = Pattern.compile("-?\\d(\\.\\d+)?[Ee]\\+\\d{2,3}");

  private final String text;
  private final char comma;
  private final Grid grid;
  private int at;
  private int row = 1;

  private Csv(String text, Grid grid) {
    this.text = text;
    this.comma = comma(text);
    this.grid = grid;
  }

  public static Sheet read(byte[] file, Grid grid) throws Unreadable {
    String text = text(file);
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Unreadable.Reason.NOT_A_SHEET);
    }
    new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text, grid).rows();
    return new Sheet("", grid.lines(), List.of());
  }

  private static String text(byte[] file) throws Unreadable {
    try {
      return decoded(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUnicode) {
      try {
        return decoded(file, Charset.forName("GB18030"));
      } catch (CharacterCodingException e) {
        throw new Unreadable(Unreadable.Reason.ENCODING, e);
      }
    }
  }

  private static String decoded(byte[] file, Charset as) throws CharacterCodingException {
    return as.newDecoder().decode(ByteBuffer.wrap(file)).toString();
  }

  private static char comma(String text) {
    String first = text.lines().findFirst().orElse("");
    char most = ',';
    for (char other : new char[] {'\t', ';'}) {
      if (count(first, other) > count(first, most)) {
        most = other;
      }
    }
    return most;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(each -> each == sign).count();
  }

  private void rows() throws Unreadable {
    while (at < text.length()) {
      int column = 0;
      while (!cell(column)) {
        column++;
      }
      row++;
    }
  }

  /** Read one cell and what ends it; whether that is the end of its row. */
  private boolean cell(int column) throws Unreadable {
    String value = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    grid.put(row, column, entry(value));
    if (at >= text.length()) {
      return true;
    }
    char end = text.charAt(at++);
    if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return end != comma;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean ends(char sign) {
    return sign == comma || sign == '\n' || sign == '\r';
  }

  private String quoted() throws Unreadable {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char sign = text.charAt(at++);
      if (sign != '"') {
        value.append(sign);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append(text.charAt(at++));
      } else {
        return value.append(plain()).toString();
      }
    }
    throw new Unreadable(Unreadable.Reason.BROKEN);
  }

  private static Entry entry(String value) {
    return DIGITS_LOST.matcher(value).matches()
        ? new Entry.Bad(Entry.Fault.DIGITS_LOST, value)
        : new Entry.Text(value);
  }
}
