package org.zhili.access;

import java.util.Optional;
import java.util.Set;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/**
 * Who is looking: an account, its roles, and how far it may see.
 *
 * @param account the account's name, shown in traces
 * @param unit the unit the account speaks for
 * @param areas areas the account is limited to, with all below them; empty means the whole city
 */
public record Viewer(String account, Set<String> roles, Optional<UnitId> unit, Set<AreaId> areas) {
  public Viewer {
    roles = Set.copyOf(roles);
    areas = Set.copyOf(areas);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  /** Whether this viewer sees only cases of its own unit: it has no role of the town hall. */
  public boolean boundToUnit() {
    return unit.isPresent()
        && !has(Role.OPERATOR)
        && !has(Role.SUPERVISOR)
        && !has(Role.ADMINISTRATOR)
        && !has(Role.DISPLAY);
  }
}
