package org.zhili.access.internal.rest;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.Separation;

/** What holds for every account that is made or changed, however it is. */
final class Drafts {
  /** Roles no account can have: the one is anybody, the other is the town. */
  private static final Set<String> NOBODYS = Set.of(Role.RESIDENT, Role.SYSTEM, Allowed.ANYONE);

  private static final String USUAL =
      String.join(
          ", ",
          Role.OPERATOR,
          Role.SUPERVISOR,
          Role.UNIT,
          Role.GRID_WORKER,
          Role.DISPLAY,
          Role.ADMINISTRATOR,
          Role.SECURITY_ADMINISTRATOR,
          Role.AUDIT_ADMINISTRATOR);

  private final CityRegister register;

  Drafts(CityRegister register) {
    this.register = register;
  }

  Draft of(String name, RightsBody rights) {
    Set<String> roles = new HashSet<>(rights.roles());
    roles.stream()
        .filter(NOBODYS::contains)
        .findFirst()
        .ifPresent(
            role -> {
              throw Trouble.WRONG_ROLE.at("roles", role, USUAL);
            });
    separated(roles);
    if (roles.contains(Role.UNIT) && rights.unit().isEmpty()) {
      throw Trouble.UNIT_NEEDED.at("unit");
    }
    if (roles.contains(Role.GRID_WORKER) && rights.areas().isEmpty()) {
      throw Trouble.AREAS_NEEDED.at("areas");
    }
    return new Draft(
        name,
        roles,
        rights.unit().map(register::unit),
        rights.areas().stream().map(register::area).collect(Collectors.toSet()));
  }

  private static void separated(Set<String> roles) {
    Separation.objection(roles)
        .ifPresent(
            objection -> {
              throw switch (objection) {
                case TWO_OF_THREE -> Trouble.TWO_OF_THREE.at("roles");
                case BUSINESS_TOO -> Trouble.BUSINESS_TOO.at("roles");
                case DISPLAY_TOO -> Trouble.DISPLAY_TOO.at("roles");
              };
            });
  }
}
