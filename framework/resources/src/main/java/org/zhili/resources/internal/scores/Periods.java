package org.zhili.resources.internal.scores;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.internal.Trouble;
import org.zhili.scoring.GradingPeriod;

/** Periods as people say them: from a day to a day, the last one included. */
final class Periods {
  private static final long MOST_DAYS = 366;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private Periods() {}

  static GradingPeriod of(LocalDate from, LocalDate to) {
    boolean sane = from.getYear() >= FIRST_YEAR && to.getYear() <= LAST_YEAR;
    if (!sane || to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw Trouble.WRONG_PERIOD.problem(from.toString(), to.toString());
    }
    return new GradingPeriod(from, to.plusDays(1));
  }

  /** The same from the words of a query. */
  static GradingPeriod of(@Nullable String from, @Nullable String to) {
    try {
      return of(LocalDate.parse(shown(from)), LocalDate.parse(shown(to)));
    } catch (DateTimeException e) {
      throw Trouble.WRONG_PERIOD.problem(shown(from), shown(to));
    }
  }

  private static String shown(@Nullable String text) {
    String given = text == null ? "-" : text;
    return given.length() <= 20 ? given : given.substring(0, 20);
  }
}
