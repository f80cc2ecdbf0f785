package org.zhili.access.internal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account to be made.
 *
 * @param unit the unit it speaks for
 * @param areas areas it is limited to, with all below them; none means the whole city
 */
public record AccountBody(
    @NotNull @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String name,
    @NotNull @Size(min = 1, max = 8) List<@NotNull @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> roles,
    Optional<@Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_:.-]{1,64}") String> unit,
    @Size(max = 50) List<@NotNull @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_:.-]{1,64}") String> areas) {
  public AccountBody {
    unit = Objects.requireNonNullElse(unit, Optional.empty());
    areas = Objects.requireNonNullElse(areas, List.of());
  }

  RightsBody rights() {
    return new RightsBody(roles, unit, areas);
  }
}
