package org.zhili.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhili.casework.Limit;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.WorkingHours;

/**
 * A city's working calendar (工作日历): which days are worked, and when limits are due.
 *
 * <p>A day is worked when it is a make-up workday (调休), or Monday to Friday and no holiday. Working
 * time is the city's working hours on worked days. City tables state the units of limits in
 * different ways, and often leave open where a day ends; this is our default:
 *
 * <ul>
 *   <li>{@code WORK_HOUR} counts working time only, until it is used up. With hours from 9 to 12
 *       and 14 to 18, 2 from 16:00 is due at 18:00, 4 from 16:00 at 11:00 on the next worked day.
 *   <li>{@code WORK_DAY} counts whole worked days and keeps the time of day: 2 from 15:00 is due at
 *       15:00 two worked days later. What starts outside working hours starts when they next begin,
 *       so 1 from a Saturday is due on Tuesday at 9:00. The due time is never the end of a shift:
 *       instead of 12:00 or 18:00 it is the beginning of the next one.
 *   <li>{@code HOUR} runs through nights and holidays. {@code DAY} and {@code MONTH} do too, and
 *       keep the local time of day in the city's zone; the 31st plus a month is the last day of a
 *       shorter month, and a time of day that a change of clocks leaves out is as much later.
 *   <li>An amount of zero means at once: it is due at its start, whatever the unit.
 * </ul>
 *
 * <p>Time inside a pause does not count: working units are given back the working time of the
 * pause, natural units its natural time. How a pause is cut into pieces makes no difference. Except
 * for {@code MONTH} and at changes of clocks, what starts later is never due earlier.
 *
 * <p>A year without any day in the calendar is a year nobody knows: working time that falls into it
 * throws {@link YearUnknown}. Natural units never ask. Immutable and thread-safe.
 */
public final class WorkingCalendar {
  private final Workdays workdays;
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException when a day is given as a holiday and a workday at once
   */
  public WorkingCalendar(List<CalendarDay> days, WorkingHours hours, ZoneId zone) {
    this.workdays = new Workdays(days, hours, zone);
    this.zone = zone;
  }

  /**
   * Whether a day is worked.
   *
   * @throws YearUnknown when the calendar has no day of that year
   */
  public boolean isWorkday(LocalDate day) {
    return workdays.isWorkday(day);
  }

  /** The working time of one worked day, for showing amounts of working time as days. */
  public Duration workday() {
    return workdays.length();
  }

  /**
   * The working time between two instants, negative when the second is earlier.
   *
   * @throws YearUnknown when working time of a year nobody entered is needed
   */
  public Duration workingTime(Instant from, Instant to) {
    return to.isBefore(from)
        ? workdays.within(new Stretch(to, from)).negated()
        : workdays.within(new Stretch(from, to));
  }

  /** When a milestone is due: its limit, then its extensions in order. */
  public Optional<Instant> due(MilestoneClock clock, List<Pause> pauses) {
    return due(clock.startedAt(), limits(clock), pauses);
  }

  /**
   * When limits are due that are used up one after the other.
   *
   * @return empty while an open pause holds it: nobody knows until the pause ends. What was due by
   *     the time the pause began stays due at its time.
   * @throws YearUnknown when working time of a year nobody entered is needed
   * @throws IllegalArgumentException when a pause ends before it begins
   */
  public Optional<Instant> due(Instant start, List<Limit> limits, List<Pause> pauses) {
    RunningTime running = new RunningTime(pauses);
    Optional<Instant> here = Optional.of(start);
    for (Limit limit : limits) {
      if (limit.amount() > 0) {
        here = here.flatMap(begin -> due(limit, begin, running));
      }
    }
    return here;
  }

  private Optional<Instant> due(Limit limit, Instant start, RunningTime running) {
    List<Stretch> stretches = running.from(start);
    int amount = limit.amount();
    return switch (limit.unit()) {
      case WORK_HOUR -> workdays.use(Duration.ofHours(amount), stretches);
      case WORK_DAY ->
          workdays
              .use(workdays.length().multipliedBy(amount), stretches)
              .flatMap(usedUp -> workdays.firstMoment(running.from(usedUp)));
      case HOUR -> use(Duration.ofHours(amount), stretches);
      case DAY -> natural(stretches, begin -> begin.plusDays(amount));
      case MONTH -> natural(stretches, begin -> begin.plusMonths(amount));
    };
  }

  /** How much time a milestone has left at an instant, given the pauses so far. */
  public Remaining remaining(MilestoneClock clock, List<Pause> pauses, Instant at) {
    return remaining(clock.startedAt(), limits(clock), pauses, at);
  }

  /**
   * How much time limits have left at an instant, given the pauses so far. In a pause it stands
   * still, also when it is negative; before the start it is what it is at the start.
   *
   * @throws YearUnknown when working time of a year nobody entered is needed
   */
  public Remaining remaining(Instant start, List<Limit> limits, List<Pause> pauses, Instant at) {
    Instant now = at.isBefore(start) ? start : at;
    List<Pause> soFar =
        pauses.stream().filter(p -> p.from().isBefore(now)).map(p -> cut(p, now)).toList();
    Instant due = due(start, limits, soFar).orElseThrow();
    boolean overdue = due.isBefore(now);
    boolean working = countsWorkingTime(limits);
    Duration time =
        new RunningTime(soFar)
            .within(overdue ? new Stretch(due, now) : new Stretch(now, due)).stream()
                .map(part -> working ? workdays.within(part) : part.length())
                .reduce(Duration.ZERO, Duration::plus);
    return new Remaining(overdue ? time.negated() : time, working);
  }

  /** The pause as it stood at an instant, as if it ended there. */
  private static Pause cut(Pause pause, Instant at) {
    return pause.until().filter(end -> !end.isAfter(at)).isPresent() ? pause : pause.endedAt(at);
  }

  private static List<Limit> limits(MilestoneClock clock) {
    List<Limit> limits = new ArrayList<>(List.of(clock.limit()));
    limits.addAll(clock.extensions());
    return limits;
  }

  /** Whether the last limit that adds anything is stated in working time. */
  private static boolean countsWorkingTime(List<Limit> limits) {
    boolean working = false;
    for (Limit limit : limits) {
      if (limit.amount() > 0) {
        working =
            switch (limit.unit()) {
              case WORK_HOUR, WORK_DAY -> true;
              case HOUR, DAY, MONTH -> false;
            };
      }
    }
    return working;
  }

  /** The budget is what the calendar makes of the amount from where time first runs. */
  private Optional<Instant> natural(List<Stretch> stretches, UnaryOperator<ZonedDateTime> add) {
    return stretches.stream()
        .filter(stretch -> !stretch.isEmpty())
        .findFirst()
        .map(Stretch::from)
        .flatMap(
            begin -> {
              Instant end = add.apply(begin.atZone(zone)).toInstant();
              return use(Duration.between(begin, end), stretches);
            });
  }

  private static Optional<Instant> use(Duration budget, List<Stretch> stretches) {
    Duration left = budget;
    for (Stretch stretch : stretches) {
      if (stretch.length().compareTo(left) >= 0) {
        return Optional.of(stretch.from().plus(left));
      }
      left = left.minus(stretch.length());
    }
    return Optional.empty();
  }
}
