package org.zhili.resources.internal.cases;

import java.time.LocalDate;

/** How cases came and went on the day it is in the city. */
public record TodayView(LocalDate day, long reported, long closed) {}
