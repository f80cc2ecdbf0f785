package org.zhili.casework;

import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.id.UnitId;

/**
 * Who acts on a case.
 *
 * @param name an account's name, or the part of the town that acts by itself
 */
public record Actor(String name, Set<String> roles, Optional<UnitId> unit) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** A part of the town acting by itself, such as {@code dispatch-desk}. */
  public static Actor system(String part) {
    return new Actor(part, Set.of(Role.SYSTEM), Optional.empty());
  }

  public static Actor of(Viewer viewer) {
    return new Actor(viewer.account(), viewer.roles(), viewer.unit());
  }

  public boolean hasAny(Set<String> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }
}
