package org.zhili.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.zhili.core.calendar.SampleCalendar.shanghai;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.rules.WorkingHours;

/** What pauses do to limits and to what remains. */
class CalendarPausesTest extends WorkingCalendarFixture {
  @ParameterizedTest
  @CsvSource({
    "4 WORK_HOUR, 2025-03-03T16:00, 2025-03-03T16:30, 2025-03-03T17:00, 2025-03-04T11:30",
    "4 WORK_HOUR, 2025-03-03T16:00, 2025-03-03T17:00, 2025-03-04T10:00, 2025-03-04T15:00",
    "4 WORK_HOUR, 2025-03-03T16:00, 2025-03-03T18:00, 2025-03-04T09:00, 2025-03-04T11:00",
    "4 WORK_HOUR, 2025-03-03T16:00, 2025-03-04T11:00, 2025-03-05T10:00, 2025-03-04T11:00",
    "4 WORK_HOUR, 2025-03-03T16:00, 2025-03-01T10:00, 2025-03-03T15:00, 2025-03-04T11:00",
    "1 WORK_DAY, 2025-03-03T15:00, 2025-03-04T10:00, 2025-03-06T10:00, 2025-03-06T15:00",
    "1 WORK_DAY, 2025-03-03T09:00, 2025-03-03T20:00, 2025-03-04T11:00, 2025-03-04T11:00",
    "1 WORK_DAY, 2025-03-03T09:00, 2025-03-03T20:00, 2025-03-04T20:00, 2025-03-05T09:00",
    "1 WORK_DAY, 2025-03-03T15:00, 2025-03-04T15:00, 2025-03-04T16:00, 2025-03-04T15:00",
    "24 HOUR, 2025-03-03T15:00, 2025-03-03T20:00, 2025-03-05T21:00, 2025-03-06T16:00",
    "1 MONTH, 2025-01-31T10:00, 2025-02-10T00:00, 2025-02-12T06:00, 2025-03-02T16:00",
    "15 DAY, 2025-03-03T15:00, 2025-03-01T00:00, 2025-03-04T15:00, 2025-03-19T15:00"
  })
  void time_inside_a_pause_is_given_back(
      String limit, String start, String from, String until, String due) {
    assertThat(calendar.due(shanghai(start), List.of(limit(limit)), List.of(pause(from, until))))
        .contains(shanghai(due));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_due_while_an_open_pause_holds_it(LimitUnit unit) {
    Pause open = new Pause(shanghai("2025-03-03T16:00"), Optional.empty(), "waiting");
    assertThat(
            calendar.due(shanghai("2025-03-03T15:00"), List.of(new Limit(2, unit)), List.of(open)))
        .isEmpty();
    assertThat(
            calendar.due(shanghai("2025-03-03T17:00"), List.of(new Limit(2, unit)), List.of(open)))
        .isEmpty();
  }

  @Test
  void what_was_due_before_an_open_pause_stays_due() {
    Pause open = new Pause(shanghai("2025-03-03T18:30"), Optional.empty(), "waiting");
    assertThat(
            calendar.due(
                shanghai("2025-03-03T15:00"), List.of(limit("2 WORK_HOUR")), List.of(open)))
        .contains(shanghai("2025-03-03T17:00"));
  }

  @Test
  void a_case_that_rests_over_night_when_paused_is_not_due_in_the_morning() {
    Pause open = new Pause(shanghai("2025-03-03T20:00"), Optional.empty(), "waiting");
    assertThat(
            calendar.due(shanghai("2025-03-03T09:00"), List.of(limit("1 WORK_DAY")), List.of(open)))
        .isEmpty();
  }

  @Test
  void a_pause_that_ends_before_it_begins_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                calendar.due(
                    shanghai("2025-03-03T15:00"),
                    List.of(limit("1 HOUR")),
                    List.of(pause("2025-03-04T10:00", "2025-03-04T09:00"))));
  }

  @Test
  void a_pause_leaps_over_years_nobody_knows() {
    WorkingCalendar gap =
        new WorkingCalendar(
            SampleCalendar.days().stream().filter(day -> day.date().getYear() != 2025).toList(),
            WorkingHours.DEFAULT,
            SampleCalendar.SHANGHAI);
    assertThat(
            gap.due(
                shanghai("2024-12-31T17:00"),
                List.of(limit("2 WORK_HOUR")),
                List.of(pause("2024-12-31T20:00", "2026-03-02T08:00"))))
        .contains(shanghai("2026-03-02T10:00"));
  }

  @Test
  void an_open_pause_answers_before_the_unknown_year_is_asked_for() {
    Pause open = new Pause(shanghai("2026-12-31T19:00"), Optional.empty(), "waiting");
    assertThat(
            calendar.due(
                shanghai("2026-12-31T17:00"), List.of(limit("2 WORK_HOUR")), List.of(open)))
        .isEmpty();
  }

  @Test
  void what_remains_runs_down_stands_still_in_a_pause_and_turns_negative() {
    Instant start = shanghai("2025-03-03T09:00");
    List<Limit> limits = List.of(limit("1 WORK_DAY"));
    List<Pause> pauses = List.of(pause("2025-03-03T10:00", "2025-03-04T10:00"));
    assertThat(remaining(limits, pauses, "2025-03-02T09:00")).isEqualTo(working("PT7H"));
    assertThat(remaining(limits, pauses, "2025-03-03T10:00")).isEqualTo(working("PT6H"));
    assertThat(remaining(limits, pauses, "2025-03-03T17:00")).isEqualTo(working("PT6H"));
    assertThat(remaining(limits, pauses, "2025-03-04T10:00")).isEqualTo(working("PT6H"));
    assertThat(remaining(limits, pauses, "2025-03-05T11:00")).isEqualTo(working("PT-2H"));
    assertThat(calendar.due(start, limits, pauses)).contains(shanghai("2025-03-05T09:00"));
    assertThat(remaining(List.of(limit("2 HOUR")), pauses, "2025-03-04T12:00"))
        .isEqualTo(new Remaining(Duration.ofHours(-1), false))
        .satisfies(left -> assertThat(left.overdue()).isTrue());
  }

  @Test
  void what_remains_is_known_while_a_pause_is_open() {
    Pause open = new Pause(shanghai("2025-03-03T10:00"), Optional.empty(), "waiting");
    assertThat(remaining(List.of(limit("4 WORK_HOUR")), List.of(open), "2025-03-10T10:00"))
        .isEqualTo(working("PT3H"));
  }

  private Remaining remaining(List<Limit> limits, List<Pause> pauses, String at) {
    MilestoneClock clock =
        new MilestoneClock(
            "repair",
            limits.get(0),
            limits.subList(1, limits.size()),
            shanghai("2025-03-03T09:00"),
            Optional.empty());
    return calendar.remaining(clock, pauses, shanghai(at));
  }

  private static Remaining working(String time) {
    return new Remaining(Duration.parse(time), true);
  }

  private static Pause pause(String from, String until) {
    return new Pause(shanghai(from), Optional.of(shanghai(until)), "waiting");
  }
}
