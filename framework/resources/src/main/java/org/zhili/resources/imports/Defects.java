package org.zhili.resources.imports;

import java.util.Locale;
import java.util.Optional;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.problem.Problem;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Unreadable;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** What is not right in a sheet, in words. */
final class Defects {
  static final Words WORDS = Words.beside(Defects.class);
  private static final int SHOWN = 60;

  private Defects() {}

  static Wording word(String key, String... arguments) {
    return WORDS.render(Text.of("imports." + key, arguments));
  }

  static Wording unreadable(Unreadable.Reason reason) {
    return word("unreadable." + reason.name().toLowerCase(Locale.ROOT));
  }

  /** Whether a head is of the column that we put first. */
  static boolean isOurs(String head) {
    Wording ours = word("errors");
    return head.equals(ours.zh()) || head.equals(ours.en());
  }

  static Flaw cell(int row, Field field, Entry.Bad bad) {
    Trouble trouble =
        switch (bad.fault()) {
          case FORMULA -> Trouble.CELL_FORMULA;
          case DIGITS_LOST -> Trouble.CELL_DIGITS_LOST;
          case ERROR -> Trouble.CELL_ERROR;
          case MERGED -> Trouble.CELL_MERGED;
          case TOO_LONG -> Trouble.CELL_TOO_LONG;
        };
    return flaw(row, field, trouble, bad.shown());
  }

  /** A cell that an earlier sheet of errors asked to be filled in, and still does. */
  static Flaw leftOpen(int row, Field field) {
    return flaw(row, field, Trouble.CELL_LEFT_OPEN, Columns.NOTE);
  }

  static Flaw zeros(int row, Field field, String shown) {
    return flaw(row, field, Trouble.CELL_ZEROS_LOST, shown);
  }

  static Flaw date(int row, Field field, String shown) {
    return flaw(row, field, Trouble.CELL_DATE, shown);
  }

  static Flaw number(int row, Field field, String shown) {
    return flaw(row, field, Trouble.CELL_NUMBER, shown);
  }

  static Flaw twice(Filled row, Field field, int other) {
    String value = row.needed(field.path());
    Problem problem = Trouble.ROW_TWICE.problem(cut(value), Integer.toString(other)).problem();
    return new Flaw(row.number(), Optional.of(field), problem.code(), problem.messages());
  }

  private static Flaw flaw(int row, Field field, Trouble trouble, String shown) {
    Problem problem = trouble.problem(cut(shown)).problem();
    return new Flaw(row, Optional.of(field), problem.code(), problem.messages());
  }

  private static String cut(String shown) {
    int end = Math.min(shown.length(), SHOWN);
    return end < shown.length() ? shown.substring(0, end) + "…" : shown;
  }

  /** One line of the sheet of errors. */
  static String line(Flaw flaw, Language language) {
    String row = Integer.toString(flaw.row());
    Wording where =
        flaw.field()
            .map(
                field ->
                    new Wording(
                        word("at-field", row, field.title().zh()).zh(),
                        word("at-field", row, field.title().en()).en()))
            .orElseGet(() -> word("at-row", row));
    return where.in(language) + flaw.said().in(language) + " (" + flaw.code() + ")";
  }
}
