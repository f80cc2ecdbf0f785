package org.zhili.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.zhili.core.calendar.SampleCalendar.shanghai;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.MilestoneClock;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.WorkingHours;

/** Which time is working time, and when a limit is due. */
class WorkingCalendarTest extends WorkingCalendarFixture {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2025-01-24, true, a Friday",
    "2025-01-25, false, a Saturday",
    "2025-01-26, true, a Sunday worked for the Spring Festival",
    "2025-01-28, false, the Spring Festival",
    "2025-02-04, false, the last day of the Spring Festival",
    "2025-02-05, true, a Wednesday",
    "2025-02-08, true, a Saturday worked for the Spring Festival",
    "2024-02-29, true, a leap day on a Thursday"
  })
  void holidays_and_makeup_workdays_override_the_weekday(
      LocalDate day, boolean worked, String why) {
    assertThat(calendar.isWorkday(day)).as(why).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-03T15:00, 2 WORK_HOUR, 2025-03-03T17:00, inside a shift",
    "2025-03-03T11:00, 2 WORK_HOUR, 2025-03-03T15:00, over lunch",
    "2025-03-03T16:00, 2 WORK_HOUR, 2025-03-03T18:00, to the end of the day",
    "2025-03-03T16:00, 4 WORK_HOUR, 2025-03-04T11:00, into the next day",
    "2025-03-03T12:30, 1 WORK_HOUR, 2025-03-03T15:00, from lunch",
    "2025-03-01T10:00, 1 WORK_HOUR, 2025-03-03T10:00, from a Saturday",
    "2025-01-27T17:00, 2 WORK_HOUR, 2025-02-05T10:00, over the Spring Festival",
    "2025-01-25T20:00, 8 WORK_HOUR, 2025-01-27T10:00, over a Sunday that is worked",
    "2025-03-03T15:00, 2 WORK_DAY, 2025-03-05T15:00, keeps the time of day",
    "2025-03-03T09:00, 1 WORK_DAY, 2025-03-04T09:00, from the first minute",
    "2025-03-03T14:00, 1 WORK_DAY, 2025-03-04T14:00, from the end of lunch",
    "2025-03-03T12:00, 1 WORK_DAY, 2025-03-04T14:00, from the beginning of lunch",
    "2025-03-03T12:30, 1 WORK_DAY, 2025-03-04T14:00, from lunch",
    "2025-03-03T18:00, 1 WORK_DAY, 2025-03-05T09:00, from the end of the day",
    "2025-03-01T10:00, 1 WORK_DAY, 2025-03-04T09:00, from a Saturday",
    "2025-01-27T15:00, 1 WORK_DAY, 2025-02-05T15:00, over the Spring Festival",
    "2025-02-07T15:00, 1 WORK_DAY, 2025-02-08T15:00, into a Saturday that is worked",
    "2024-02-28T15:00, 1 WORK_DAY, 2024-02-29T15:00, into a leap day",
    "2025-03-03T15:00, 20 WORK_DAY, 2025-03-31T15:00, four weeks",
    "2025-01-27T15:00, 24 HOUR, 2025-01-28T15:00, through a holiday",
    "2025-01-27T15:00, 15 DAY, 2025-02-11T15:00, through a holiday",
    "2024-02-28T15:00, 1 DAY, 2024-02-29T15:00, into a leap day",
    "2024-02-29T15:00, 12 MONTH, 2025-02-28T15:00, from a leap day",
    "2025-01-31T10:00, 1 MONTH, 2025-02-28T10:00, into a shorter month",
    "2024-01-31T10:00, 1 MONTH, 2024-02-29T10:00, into a leap February",
    "2025-02-28T10:00, 1 MONTH, 2025-03-28T10:00, into a longer month"
  })
  void a_limit_is_due(String start, String limit, String due, String why) {
    assertThat(calendar.due(shanghai(start), List.of(limit(limit)), List.of()))
        .as(why)
        .contains(shanghai(due));
  }

  @ParameterizedTest
  @EnumSource
  void zero_means_at_once_even_on_a_holiday_of_a_year_nobody_knows(LimitUnit unit) {
    Instant start = shanghai("2027-01-01T03:00");
    assertThat(calendar.due(start, List.of(new Limit(0, unit)), List.of())).contains(start);
  }

  @Test
  void extensions_are_used_up_after_the_limit() {
    List<Limit> limits = List.of(limit("1 WORK_DAY"), limit("0 DAY"), limit("2 HOUR"));
    assertThat(calendar.due(shanghai("2025-03-03T17:00"), limits, List.of()))
        .contains(shanghai("2025-03-04T19:00"));
    MilestoneClock clock =
        new MilestoneClock(
            "repair",
            limit("1 WORK_DAY"),
            List.of(limit("2 HOUR")),
            shanghai("2025-03-03T17:00"),
            Optional.empty());
    assertThat(calendar.due(clock, List.of())).contains(shanghai("2025-03-04T19:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T15:00, 4 WORK_HOUR",
    "2026-12-31T15:00, 1 WORK_DAY",
    "2026-12-31T18:00, 1 WORK_HOUR",
    "2027-03-01T15:00, 1 WORK_HOUR"
  })
  void working_time_of_an_unknown_year_is_never_guessed(String start, String limit) {
    assertThatExceptionOfType(YearUnknown.class)
        .isThrownBy(() -> calendar.due(shanghai(start), List.of(limit(limit)), List.of()))
        .satisfies(fault -> assertThat(fault.year()).isEqualTo(2027));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T15:00, 3 WORK_HOUR, 2026-12-31T18:00",
    "2026-12-30T15:00, 1 WORK_DAY, 2026-12-31T15:00",
    "2026-12-31T15:00, 24 HOUR, 2027-01-01T15:00",
    "2026-12-31T15:00, 1 DAY, 2027-01-01T15:00",
    "2026-12-31T15:00, 1 MONTH, 2027-01-31T15:00",
    "2023-12-31T20:00, 1 HOUR, 2023-12-31T21:00"
  })
  void an_unknown_year_is_asked_for_only_when_its_working_time_is_needed(
      String start, String limit, String due) {
    assertThat(calendar.due(shanghai(start), List.of(limit(limit)), List.of()))
        .contains(shanghai(due));
  }

  @Test
  void the_fault_names_cause_and_remedy_in_both_languages() {
    assertThatExceptionOfType(YearUnknown.class)
        .isThrownBy(() -> calendar.isWorkday(LocalDate.of(2027, 1, 4)))
        .withMessageContainingAll("ZL-1101", "2027", "calendar.csv")
        .satisfies(
            fault -> {
              assertThat(fault.wording().zh()).contains("2027", "请", "calendar.csv");
              assertThat(fault.wording().en()).contains("2027").doesNotContain("''", "{0}");
              assertThat(fault.text().key()).isEqualTo("calendar.year-unknown");
            });
  }

  @Test
  void natural_days_keep_the_local_time_when_clocks_change() {
    WorkingCalendar berlin = new WorkingCalendar(List.of(), WorkingHours.DEFAULT, BERLIN);
    Instant spring = berlin("2025-03-29T12:00");
    assertThat(berlin.due(spring, List.of(limit("1 DAY")), List.of()))
        .contains(berlin("2025-03-30T12:00"))
        .contains(spring.plus(Duration.ofHours(23)));
    assertThat(berlin.due(spring, List.of(limit("24 HOUR")), List.of()))
        .contains(berlin("2025-03-30T13:00"));
    assertThat(berlin.due(berlin("2025-10-25T12:00"), List.of(limit("1 DAY")), List.of()))
        .contains(berlin("2025-10-25T12:00").plus(Duration.ofHours(25)));
    assertThat(berlin.due(berlin("2025-03-29T02:30"), List.of(limit("1 DAY")), List.of()))
        .contains(berlin("2025-03-30T03:30"));
    assertThat(berlin.due(berlin("2025-02-28T02:30"), List.of(limit("1 MONTH")), List.of()))
        .contains(berlin("2025-03-28T02:30"));
  }

  @Test
  void working_hours_over_a_change_of_clocks_are_counted_as_they_pass() {
    WorkingCalendar night =
        new WorkingCalendar(
            List.of(
                new CalendarDay(
                    LocalDate.of(2025, 3, 30), CalendarDay.Kind.MAKE_UP_WORKDAY, "x", "x")),
            new WorkingHours(
                List.of(
                    new WorkingHours.Span(LocalTime.of(0, 0), LocalTime.of(2, 15)),
                    new WorkingHours.Span(LocalTime.of(2, 30), LocalTime.of(4, 0)))),
            BERLIN);
    assertThat(night.workingTime(berlin("2025-03-30T00:00"), berlin("2025-03-30T05:00")))
        .isEqualTo(Duration.ofHours(3));
  }

  @Test
  void working_time_between_two_instants_leaves_out_nights_and_holidays() {
    Instant from = shanghai("2025-01-27T11:00");
    Instant to = shanghai("2025-02-05T15:00");
    assertThat(calendar.workingTime(from, to)).isEqualTo(Duration.ofHours(1 + 4 + 3 + 1));
    assertThat(calendar.workingTime(to, from)).isEqualTo(Duration.ofHours(-9));
    assertThat(calendar.workday()).isEqualTo(Duration.ofHours(7));
  }

  @Test
  void a_day_cannot_be_a_holiday_and_a_workday_at_once() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WorkingCalendar(
                    List.of(
                        new CalendarDay(day, CalendarDay.Kind.HOLIDAY, "x", "x"),
                        new CalendarDay(day, CalendarDay.Kind.MAKE_UP_WORKDAY, "x", "x")),
                    WorkingHours.DEFAULT,
                    SampleCalendar.SHANGHAI))
        .withMessageContaining("2025-01-01");
  }

  private static Instant berlin(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), BERLIN).toInstant();
  }
}
