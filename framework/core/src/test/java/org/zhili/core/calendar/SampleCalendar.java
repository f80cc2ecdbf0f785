package org.zhili.core.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.WorkingHours;

/** China's holidays of 2024 to 2026, as the State Council announced them. */
public final class SampleCalendar {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private SampleCalendar() {}

  /** The calendar with the default hours, 9 to 12 and 14 to 18. */
  public static WorkingCalendar china() {
    return new WorkingCalendar(days(), WorkingHours.DEFAULT, SHANGHAI);
  }

  public static List<CalendarDay> days() {
    try (InputStream in = SampleCalendar.class.getResourceAsStream("holidays-cn.csv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(SampleCalendar::day).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An instant from local time in Shanghai, such as {@code 2025-01-26T15:00}. */
  public static Instant shanghai(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private static CalendarDay day(String line) {
    String[] cells = line.split(",", -1);
    CalendarDay.Kind kind =
        cells[1].equals("holiday") ? CalendarDay.Kind.HOLIDAY : CalendarDay.Kind.MAKE_UP_WORKDAY;
    return new CalendarDay(LocalDate.parse(cells[0]), kind, cells[2], cells[3]);
  }
}
