package org.zhili.core.edition;

import java.time.Instant;
import java.time.ZoneId;
import org.zhili.core.calendar.WorkingCalendar;

/** By which clocks cases are looked at: the calendar in force, its zone, and now. */
public record Clocks(WorkingCalendar calendar, ZoneId zone, Instant now) {}
