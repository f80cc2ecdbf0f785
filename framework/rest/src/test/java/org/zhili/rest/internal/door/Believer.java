package org.zhili.rest.internal.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;

/** Takes the header {@code As} for the caller's name, and every role in it for true. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Believer implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String roles = request.getHeaderString("As");
    if (roles != null) {
      request.setSecurityContext(new Believed(roles));
    }
  }

  private record Believed(String roles) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> roles;
    }

    @Override
    public boolean isUserInRole(String role) {
      return List.of(roles.split(",", -1)).contains(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "belief";
    }
  }
}
