package org.zhili.rules;

import java.time.LocalDate;

/**
 * A day that differs from its weekday: a holiday (节假日) or a make-up workday (调休).
 *
 * @param source the notice that announced it
 */
public record CalendarDay(LocalDate date, Kind kind, String name, String source) {
  public enum Kind {
    HOLIDAY,
    MAKE_UP_WORKDAY
  }
}
