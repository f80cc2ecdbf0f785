package org.zhili.access.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.ViewerPrincipal;

/**
 * Tells who a request comes from. One without a token is anonymous, and the rules of operations
 * decide; one with a token that does not hold is refused.
 */
@Component(
    service = ContainerRequestFilter.class,
    property = {
      "osgi.jakartars.extension=true",
      "osgi.jakartars.name=access-authenticator",
      "zhili.authenticator=true",
      "zhili.authenticator.challenge=Bearer realm=\"zhili\""
    })
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Authenticator implements ContainerRequestFilter {
  private static final String SESSION = "session";

  private final Sessions sessions;

  @Activate
  public Authenticator(@Reference AccessDesk desk) {
    this.sessions = desk.sessions();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    String path = path(request);
    boolean login = path.equals(SESSION) && request.getMethod().equals("POST");
    // whoever logs in may still send the token of a session that is over
    if (header == null || login) {
      return;
    }
    try {
      Sessions.Session session =
          BearerToken.of(header).flatMap(sessions::find).orElseThrow(Trouble.BAD_TOKEN::problem);
      request.setSecurityContext(
          new Caller(
              new ViewerPrincipal(session.account().viewer()), request.getSecurityContext()));
      boolean ofSessions = path.equals(SESSION) || path.startsWith(SESSION + "/");
      if (session.account().mustChangePassword() && !ofSessions) {
        throw Trouble.PASSWORD_MUST_CHANGE.problem();
      }
    } catch (ProblemException refused) {
      request.abortWith(refused.getResponse());
    }
  }

  private static String path(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
  }

  private record Caller(ViewerPrincipal principal, SecurityContext before)
      implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return principal.viewer().has(role);
    }

    @Override
    public boolean isSecure() {
      return Optional.ofNullable(before).filter(SecurityContext::isSecure).isPresent();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
