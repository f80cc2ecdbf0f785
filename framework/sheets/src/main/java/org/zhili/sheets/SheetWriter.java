package org.zhili.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhili.sheets.internal.Spelling;
import org.zhili.text.Language;

/**
 * Writes a list into a workbook, row by row: what was written has left memory soon after.
 *
 * <p>Text stays text: a formula in it is a string, and so is a number nobody reckons with. Not
 * thread-safe. The stream is left open; a workbook that was not {@link #finish() finished} is none.
 */
public final class SheetWriter<T> {
  private static final int ROWS_AT_ONCE = 200;
  private static final int LONGEST_TEXT = 32_767;
  private static final String CUT = "…［截断 cut］";

  /** Excel reckons with fifteen digits, and forgets the rest. */
  private static final int MOST_DIGITS = 15;

  /** Excel counts days from 1900, which it takes for a leap year. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1900, 3, 1, 0, 0);

  private static final LocalDateTime END_OF_DAYS = LocalDateTime.of(10_000, 1, 1, 0, 0);
  private static final String TEXT = "@";
  private static final String MARK = "FFC7CE";

  private final Workbook book;
  private final Worksheet sheet;
  private final Table<T> table;
  private final Language language;
  private final ZoneId zone;
  private int next = 1;
  private int kept;
  private int cut;

  public SheetWriter(OutputStream out, Table<T> table, Language language, ZoneId zone) {
    this.table = table;
    this.language = language;
    this.zone = zone;
    book = new Workbook(out, "Zhili", "1.0");
    sheet = book.newWorksheet(table.name().in(language));
    sheet.freezePane(0, 1);
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.width(column, table.columns().get(column).width());
      // what somebody types below stays text, too
      sheet.style(column).format(TEXT).set();
      head(sheet, column, table.columns().get(column).title().in(language));
    }
  }

  /** Write one row. */
  public void add(T row) throws IOException {
    for (int column = 0; column < table.columns().size(); column++) {
      put(column, table.columns().get(column).cell().apply(row, language));
    }
    end();
  }

  /** Leave rows out, so that the next stands where Excel counts so many; not one before. */
  public void skipTo(int row) {
    next = Math.max(next, row - 1);
  }

  /** Write a sentence in a row of its own, in the first column. */
  public void note(String sentence) throws IOException {
    text(sheet, next, 0, sentence);
    end();
  }

  /** How many rows were written, without the head. */
  public int rows() {
    return next - 1;
  }

  /** How many texts were longer than a cell holds; such cells end in a sign that says so. */
  public int cut() {
    return cut;
  }

  /** Write what is to be known of the list on a sheet of its own. */
  public void about(String name, Map<String, String> lines) throws IOException {
    sheet.finish();
    Worksheet about = book.newWorksheet(name);
    about.width(0, 16);
    about.width(1, 60);
    int line = 0;
    for (Map.Entry<String, String> told : lines.entrySet()) {
      head(about, line, 0, told.getKey());
      text(about, line, 1, told.getValue());
      line++;
    }
  }

  /** Write the end of the workbook. */
  public void finish() throws IOException {
    book.finish();
  }

  private void end() throws IOException {
    next++;
    kept++;
    if (kept == ROWS_AT_ONCE) {
      sheet.flush();
      kept = 0;
    }
  }

  private void put(int column, Cell cell) {
    if (cell instanceof Cell.Words words) {
      text(sheet, next, column, words.text());
    } else if (cell instanceof Cell.Amount amount) {
      amount(column, amount.value());
    } else if (cell instanceof Cell.Moment moment) {
      time(column, LocalDateTime.ofInstant(moment.at(), zone), "yyyy-mm-dd hh:mm:ss");
    } else if (cell instanceof Cell.Day day) {
      time(column, day.date().atStartOfDay(), "yyyy-mm-dd");
    } else if (cell instanceof Cell.Marked marked) {
      put(column, marked.cell());
      sheet.style(next, column).fillColor(MARK).set();
    }
  }

  private void amount(int column, BigDecimal value) {
    if (value.precision() > MOST_DIGITS) {
      text(sheet, next, column, value.toPlainString());
    } else {
      sheet.value(next, column, value);
    }
  }

  private void time(int column, LocalDateTime at, String format) {
    if (at.isBefore(FIRST_DAY) || !at.isBefore(END_OF_DAYS)) {
      text(sheet, next, column, at.toString());
    } else {
      sheet.value(next, column, at);
      sheet.style(next, column).format(format).set();
    }
  }

  private void head(Worksheet sheet, int column, String title) {
    head(sheet, 0, column, title);
  }

  private void head(Worksheet sheet, int row, int column, String title) {
    text(sheet, row, column, title);
    sheet.style(row, column).bold().format(TEXT).set();
  }

  /** Inline, since shared strings would all be kept until the end. */
  private void text(Worksheet sheet, int row, int column, String text) {
    String spelled = Spelling.spell(text);
    if (spelled.length() > LONGEST_TEXT) {
      spelled = shortened(text, spelled);
      cut++;
    }
    sheet.inlineString(row, column, spelled);
    sheet.style(row, column).format(TEXT).set();
  }

  /** As much as a cell holds, and a sign that it is not all. */
  private static String shortened(String text, String spelled) {
    String all = text;
    String shown = spelled;
    int most = LONGEST_TEXT - CUT.length();
    while (shown.length() > most) {
      // most signs are spelled alike, so that this is close at once
      int end = Math.min(all.length() - 1, (int) ((long) all.length() * most / shown.length()));
      boolean half = end > 0 && Character.isHighSurrogate(all.charAt(end - 1));
      all = all.substring(0, half ? end - 1 : end);
      shown = Spelling.spell(all);
    }
    return shown + CUT;
  }
}
