package org.zhili.resources.internal.editions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.zhili.resources.internal.Form;

/**
 * A draft to be tried on past cases.
 *
 * @param from the first day of reports that are looked at; last month unless given
 * @param to the last one
 * @param holds the day the draft is to be in force from; today unless given
 * @param cases the case type whose cases a draft of a type is tried on; its own unless given
 */
public record PreviewBody(
    @NotNull @Size(max = 900_000) @Pattern(regexp = Form.PROSE) String text,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> holds,
    Optional<@Size(max = 100) @Pattern(regexp = EditionResource.PART) String> cases) {
  public PreviewBody {
    from = Objects.requireNonNullElse(from, Optional.empty());
    to = Objects.requireNonNullElse(to, Optional.empty());
    holds = Objects.requireNonNullElse(holds, Optional.empty());
    cases = Objects.requireNonNullElse(cases, Optional.empty());
  }
}
