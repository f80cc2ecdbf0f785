package org.zhili.resources.internal.scores;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Days to be graded over, the last one included. */
public record PeriodBody(@NotNull LocalDate from, @NotNull LocalDate to) {}
