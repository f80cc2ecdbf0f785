package org.zhili.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.WorkingHours;

/** Worked days and their hours as stretches of time; asks for a day only where time falls on it. */
final class Workdays {
  private final Map<LocalDate, CalendarDay.Kind> special = new HashMap<>();
  private final Set<Integer> knownYears;
  private final WorkingHours hours;
  private final ZoneId zone;

  Workdays(List<CalendarDay> days, WorkingHours hours, ZoneId zone) {
    for (CalendarDay day : days) {
      CalendarDay.Kind other = special.put(day.date(), day.kind());
      if (other != null && other != day.kind()) {
        throw new IllegalArgumentException(day.date() + " is a holiday and a workday at once");
      }
    }
    this.knownYears =
        days.stream().map(day -> day.date().getYear()).collect(Collectors.toUnmodifiableSet());
    this.hours = hours;
    this.zone = zone;
  }

  boolean isWorkday(LocalDate day) {
    if (!knownYears.contains(day.getYear())) {
      throw new YearUnknown(day.getYear());
    }
    CalendarDay.Kind kind = special.get(day);
    if (kind == null) {
      return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
    return kind == CalendarDay.Kind.MAKE_UP_WORKDAY;
  }

  /** The working time of one worked day. */
  Duration length() {
    return hours.spans().stream()
        .map(span -> Duration.between(span.from(), span.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** When a budget of working time is used up; empty when the stretches do not hold so much. */
  Optional<Instant> use(Duration budget, List<Stretch> stretches) {
    Duration left = budget;
    for (Stretch stretch : stretches) {
      for (LocalDate day = day(stretch.from());
          begin(day).isBefore(stretch.to());
          day = day.plusDays(1)) {
        for (Stretch shift : shifts(day, stretch)) {
          if (shift.length().compareTo(left) >= 0) {
            return Optional.of(shift.from().plus(left));
          }
          left = left.minus(shift.length());
        }
      }
    }
    return Optional.empty();
  }

  /** The first moment that is worked or begins work; the end of a stretch is such a moment too. */
  Optional<Instant> firstMoment(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      for (LocalDate day = day(stretch.from());
          !begin(day).isAfter(stretch.to());
          day = day.plusDays(1)) {
        for (WorkingHours.Span span : hours.spans()) {
          Stretch shift = shift(day, span);
          Instant moment = shift.and(stretch).from();
          boolean inside = moment.isBefore(shift.to()) && !moment.isAfter(stretch.to());
          if (inside && isWorkday(day)) {
            return Optional.of(moment);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The working time inside a stretch. */
  Duration within(Stretch stretch) {
    Duration time = Duration.ZERO;
    for (LocalDate day = day(stretch.from());
        begin(day).isBefore(stretch.to());
        day = day.plusDays(1)) {
      for (Stretch shift : shifts(day, stretch)) {
        time = time.plus(shift.length());
      }
    }
    return time;
  }

  /** The shifts of a day that fall into a stretch. */
  private List<Stretch> shifts(LocalDate day, Stretch stretch) {
    List<Stretch> shifts =
        hours.spans().stream()
            .map(span -> shift(day, span).and(stretch))
            .filter(shift -> !shift.isEmpty())
            .toList();
    return shifts.isEmpty() || isWorkday(day) ? shifts : List.of();
  }

  private Stretch shift(LocalDate day, WorkingHours.Span span) {
    return new Stretch(instant(day, span.from()), instant(day, span.to()));
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** A local time that a change of clocks leaves out is the moment of that change. */
  private Instant instant(LocalDate day, LocalTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(time));
    return change != null && change.isGap()
        ? change.getInstant()
        : day.atTime(time).atZone(zone).toInstant();
  }
}
