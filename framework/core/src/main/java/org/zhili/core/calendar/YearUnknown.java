package org.zhili.core.calendar;

import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Thrown when working time reaches into a year whose holidays the city has not entered. A fault of
 * configuration that must be seen: the calendar never guesses.
 */
public final class YearUnknown extends RuntimeException {
  /** Stable, for people who look it up. */
  public static final String CODE = "ZL-1101";

  private static final long serialVersionUID = 1L;
  private static final Words WORDS = Words.beside(YearUnknown.class);

  private final int year;

  YearUnknown(int year) {
    super(CODE + " " + WORDS.render(text(year), Language.EN));
    this.year = year;
  }

  public int year() {
    return year;
  }

  /** One sentence with cause and remedy, as a key. */
  public Text text() {
    return text(year);
  }

  /** One sentence with cause and remedy, in both languages. */
  public Wording wording() {
    return WORDS.render(text(year));
  }

  private static Text text(int year) {
    return Text.of("calendar.year-unknown", Integer.toString(year));
  }
}
