package org.zhili.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.calendar.SampleCalendar.SHANGHAI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Pause;

/** What must hold for every start, limit and pause; the draws are the same in every run. */
class WorkingCalendarPropertiesTest {
  private static final int DRAWS = 200;
  private static final Instant FIRST = SampleCalendar.shanghai("2024-01-01T00:00");
  private static final int MINUTES = 2 * 365 * 24 * 60;

  private final WorkingCalendar calendar = SampleCalendar.china();
  private final Random random = new Random(20260101);

  @Test
  void working_hours_agree_with_counting_every_minute() {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      int hours = 1 + random.nextInt(40);
      List<Pause> pauses = pauses(start);
      assertThat(due(start, new Limit(hours, LimitUnit.WORK_HOUR), pauses))
          .as("%s + %s, %s", start, hours, pauses)
          .contains(minutesLater(start, hours * 60, pauses));
    }
  }

  @Test
  void working_days_without_pauses_keep_the_time_of_day() {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      LocalDateTime here = LocalDateTime.ofInstant(start, SHANGHAI);
      while (!isWorking(here)) {
        here = here.plusMinutes(1);
      }
      int days = 1 + random.nextInt(20);
      LocalDateTime due = here;
      for (int left = days; left > 0; ) {
        due = due.plusDays(1);
        left -= calendar.isWorkday(due.toLocalDate()) ? 1 : 0;
      }
      assertThat(due(start, new Limit(days, LimitUnit.WORK_DAY), List.of()))
          .as("%s + %s", start, days)
          .contains(due.atZone(SHANGHAI).toInstant());
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutting_shuffling_and_repeating_pauses_changes_nothing(LimitUnit unit) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      List<Pause> pauses = pauses(start);
      Limit limit = new Limit(1 + random.nextInt(5), unit);
      List<Pause> pieces = new ArrayList<>();
      pauses.forEach(pause -> pieces.addAll(cut(pause)));
      pieces.addAll(pauses);
      Collections.shuffle(pieces, random);
      assertThat(due(start, limit, pieces))
          .as("%s + %s, %s", start, limit, pauses)
          .isEqualTo(due(start, limit, pauses));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "MONTH", mode = EnumSource.Mode.EXCLUDE)
  void what_starts_later_is_not_due_earlier(LimitUnit unit) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      List<Pause> pauses = pauses(start);
      Limit limit = new Limit(random.nextInt(5), unit);
      Instant later = start.plus(random.nextInt(3 * 24 * 60), ChronoUnit.MINUTES);
      assertThat(due(later, limit, pauses).orElseThrow())
          .as("%s and %s + %s, %s", start, later, limit, pauses)
          .isAfterOrEqualTo(due(start, limit, pauses).orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "MONTH", mode = EnumSource.Mode.EXCLUDE)
  void an_extension_of_the_same_unit_is_a_longer_limit(LimitUnit unit) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      List<Pause> pauses = pauses(start);
      int first = random.nextInt(5);
      int second = random.nextInt(5);
      assertThat(
              calendar.due(start, List.of(new Limit(first, unit), new Limit(second, unit)), pauses))
          .as("%s + %s + %s %s, %s", start, first, second, unit, pauses)
          .isEqualTo(due(start, new Limit(first + second, unit), pauses));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_pause_never_makes_anything_due_earlier(LimitUnit unit) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      Limit limit = new Limit(random.nextInt(5), unit);
      List<Pause> pauses = pauses(start);
      assertThat(due(start, limit, pauses).orElseThrow())
          .isAfterOrEqualTo(due(start, limit, List.of()).orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_remains_at_the_due_time_is_nothing(LimitUnit unit) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Instant start = start();
      Limit limit = new Limit(1 + random.nextInt(5), unit);
      List<Pause> pauses = pauses(start);
      Instant due = due(start, limit, pauses).orElseThrow();
      assertThat(calendar.remaining(start, List.of(limit), pauses, due).time())
          .as("%s + %s, %s", start, limit, pauses)
          .isEqualTo(Duration.ZERO);
    }
  }

  @Test
  void working_time_adds_up() {
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Instant> three = IntStream.range(0, 3).mapToObj(i -> start()).sorted().toList();
      assertThat(
              calendar
                  .workingTime(three.get(0), three.get(1))
                  .plus(calendar.workingTime(three.get(1), three.get(2))))
          .isEqualTo(calendar.workingTime(three.get(0), three.get(2)));
    }
  }

  private Optional<Instant> due(Instant start, Limit limit, List<Pause> pauses) {
    return calendar.due(start, List.of(limit), pauses);
  }

  private Instant start() {
    return FIRST.plus(random.nextInt(MINUTES), ChronoUnit.MINUTES);
  }

  /** Up to four pauses around a start, which may overlap, touch or be empty. */
  private List<Pause> pauses(Instant start) {
    List<Pause> pauses = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Instant from = start.plus(random.nextInt(10 * 24) - 48, ChronoUnit.HOURS);
      pauses.add(pause(from, from.plus(random.nextInt(4 * 24), ChronoUnit.HOURS)));
    }
    return pauses;
  }

  private List<Pause> cut(Pause pause) {
    Instant until = pause.until().orElseThrow();
    long minutes = pause.from().until(until, ChronoUnit.MINUTES);
    Instant middle = pause.from().plus(random.nextLong(minutes + 1), ChronoUnit.MINUTES);
    return List.of(pause(pause.from(), middle), pause(middle, until));
  }

  private static Pause pause(Instant from, Instant until) {
    return new Pause(from, Optional.of(until), "waiting");
  }

  private Instant minutesLater(Instant start, int minutes, List<Pause> pauses) {
    Instant here = start;
    int left = minutes;
    while (left > 0) {
      Instant now = here;
      boolean paused =
          pauses.stream()
              .anyMatch(p -> !now.isBefore(p.from()) && now.isBefore(p.until().orElseThrow()));
      left -= !paused && isWorking(LocalDateTime.ofInstant(now, SHANGHAI)) ? 1 : 0;
      here = here.plus(1, ChronoUnit.MINUTES);
    }
    return here;
  }

  private boolean isWorking(LocalDateTime minute) {
    LocalTime time = minute.toLocalTime();
    boolean morning = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(12, 0));
    boolean afternoon = !time.isBefore(LocalTime.of(14, 0)) && time.isBefore(LocalTime.of(18, 0));
    return (morning || afternoon) && calendar.isWorkday(minute.toLocalDate());
  }
}
