package org.zhili.resources;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.resources.security.ViewerPrincipal;

/** A request's security context after login, or without one. */
public record LoggedIn(Optional<Viewer> viewer) implements SecurityContext {
  public static final LoggedIn NOBODY = new LoggedIn(Optional.empty());
  public static final LoggedIn OPERATOR = as("olivia", Role.OPERATOR);
  public static final LoggedIn SUPERVISOR = as("sun", Role.SUPERVISOR);
  public static final LoggedIn ADMINISTRATOR = as("ada", Role.ADMINISTRATOR);
  public static final LoggedIn SECURITY = as("sam", Role.SECURITY_ADMINISTRATOR);
  public static final LoggedIn AUDITOR = as("ann", Role.AUDIT_ADMINISTRATOR);
  public static final LoggedIn WORKS = ofUnit("wang", TestTown.WORKS);
  public static final LoggedIn TELECOM = ofUnit("li", TestTown.TELECOM);

  /** The bureau that the works are a section of. */
  public static final LoggedIn BUREAU = ofUnit("bao", TestTown.BUREAU);

  public static final LoggedIn UNIT_OF_NOTHING = as("nan", Role.UNIT);
  public static final LoggedIn DISPLAY = as("wall", Role.DISPLAY);
  public static final LoggedIn GUEST = as("gu", "guest");

  public static final LoggedIn GRID_WORKER = as("wei", Role.GRID_WORKER).in("city");

  public static LoggedIn as(String account, String... roles) {
    return of(account, Set.of(roles), Optional.empty(), Set.of());
  }

  public static LoggedIn ofUnit(String account, UnitId unit) {
    return of(account, Set.of(Role.UNIT), Optional.of(unit), Set.of());
  }

  /** The same person, limited to areas. */
  public LoggedIn in(String... areas) {
    Viewer all = viewer.orElseThrow();
    return of(
        all.account(),
        all.roles(),
        all.unit(),
        Arrays.stream(areas).map(AreaId::new).collect(Collectors.toSet()));
  }

  private static LoggedIn of(
      String account, Set<String> roles, Optional<UnitId> unit, Set<AreaId> areas) {
    return new LoggedIn(Optional.of(new Viewer(account, roles, unit, areas)));
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return viewer.map(ViewerPrincipal::new).orElse(null);
  }

  @Override
  public boolean isUserInRole(String role) {
    return viewer.filter(v -> v.has(role)).isPresent();
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
