package org.zhili.access.internal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account may do from now on; what is not named is taken away.
 *
 * @param unit the unit it speaks for
 * @param areas areas it is limited to, with all below them; none means the whole city
 */
public record RightsBody(
    @NotNull @Size(min = 1, max = 8) List<@NotNull @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> roles,
    Optional<@Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_:.-]{1,64}") String> unit,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_:.-]{1,64}") String> areas) {
  public RightsBody {
    unit = Objects.requireNonNullElse(unit, Optional.empty());
    areas = Objects.requireNonNullElse(areas, List.of());
  }
}
