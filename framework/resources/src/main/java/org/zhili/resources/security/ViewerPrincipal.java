package org.zhili.resources.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.zhili.access.Viewer;

/**
 * A viewer as the principal of a request. An authenticator puts it into the request's security
 * context; a request without one is anonymous.
 */
public record ViewerPrincipal(Viewer viewer) implements Principal {
  @Override
  public String getName() {
    return viewer.account();
  }

  /** Tell who calls; empty when nobody has logged in. */
  public static Optional<Viewer> viewer(SecurityContext security) {
    return security.getUserPrincipal() instanceof ViewerPrincipal principal
        ? Optional.of(principal.viewer())
        : Optional.empty();
  }
}
