package org.zhili.core.calendar;

import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;

/** The calendar of China, and limits in short words. */
abstract class WorkingCalendarFixture {
  final WorkingCalendar calendar = SampleCalendar.china();

  static Limit limit(String words) {
    String[] parts = words.split(" ", -1);
    return new Limit(Integer.parseInt(parts[0]), LimitUnit.valueOf(parts[1]));
  }
}
