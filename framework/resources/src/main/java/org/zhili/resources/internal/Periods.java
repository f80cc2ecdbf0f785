package org.zhili.resources.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.scoring.GradingPeriod;

/** Periods as people say them: from a day to a day, the last one included. */
public final class Periods {
  private static final long MOST_DAYS = 366;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private Periods() {}

  public static GradingPeriod of(LocalDate from, LocalDate to) {
    boolean sane = from.getYear() >= FIRST_YEAR && to.getYear() <= LAST_YEAR;
    if (!sane || to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw Trouble.WRONG_PERIOD.problem(from.toString(), to.toString());
    }
    return new GradingPeriod(from, to.plusDays(1));
  }

  /** The same from the words of a query; empty when neither day is given. */
  public static Optional<GradingPeriod> asked(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return Optional.empty();
    } else if (from == null || to == null) {
      throw Form.wrong(from == null ? "from" : "to", "beside", from == null ? "to" : "from");
    }
    try {
      return Optional.of(of(LocalDate.parse(from), LocalDate.parse(to)));
    } catch (DateTimeException e) {
      throw Trouble.WRONG_PERIOD.problem(shown(from), shown(to));
    }
  }

  private static String shown(String given) {
    return given.length() <= 20 ? given : given.substring(0, 20);
  }
}
