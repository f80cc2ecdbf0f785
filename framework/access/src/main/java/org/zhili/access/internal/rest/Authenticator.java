package org.zhili.access.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.access.internal.accounts.TokenLogins;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.RemoteNetwork;
import org.zhili.resources.security.ViewerPrincipal;

/**
 * Tells who a request comes from. One without a token is anonymous, and the rules of operations
 * decide; one with a token that does not hold is refused.
 *
 * <p>A browser sends its cookie by itself. So one that does not hold is as good as none, and a
 * request that changes something has to say that a page of the town sent it, which pages of other
 * sites cannot: {@code X-Requested-With} with any value.
 *
 * <p>A token that the city's identity provider signed opens no session: nothing idles, and a
 * browser does not send it by itself. Its owner need not have chosen a password here.
 *
 * <p>All pages of a browser share its cookie. One that keeps things of an account says whose they
 * are, {@code X-Zhili-Account} with the account's name, and nothing is done for it when somebody
 * else has logged in meanwhile.
 *
 * <p>What a page asks for by itself, without a person at it, says {@code X-Zhili-Background} with
 * any value, and leaves the session as idle as it was. So does the stream of what changes, which
 * browsers ask for again and again and cannot say so.
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
  /** On what nobody asked for just now. */
  static final String BACKGROUND = "X-Zhili-Background";

  /** Whose session the page believes it is in. */
  static final String ACCOUNT = "X-Zhili-Account";

  /** The attribute of a request under which the server tells whether it came over TLS. */
  static final String SECURE = "org.zhili.rest.secure";

  private static final String SESSION = "session";
  private static final Set<String> LOGINS = Set.of(SESSION, SESSION + "/cookie");
  private static final String STREAM = "live";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final TokenLogins tokens;

  @Activate
  public Authenticator(@Reference AccessDesk desk) {
    this.sessions = desk.sessions();
    this.tokens = desk.tokens();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    String path = path(request);
    // whoever logs in may still send the token of a session that is over
    if (LOGINS.contains(path) && request.getMethod().equals("POST")) {
      return;
    }
    try {
      Optional<String> signed =
          Optional.ofNullable(header).flatMap(SessionToken::bearer).filter(tokens::takes);
      if (signed.isPresent()) {
        String network = RemoteNetwork.of(String.valueOf(request.getProperty(RefusalAudit.CALLER)));
        let(tokens.find(signed.get(), network), request);
        return;
      }
      Optional<Sessions.Session> session =
          header == null ? browsed(request) : held(header, request);
      if (session.isPresent()) {
        let(session.get(), request);
        checkPassword(session.get(), path);
      }
    } catch (ProblemException refused) {
      request.abortWith(refused.getResponse());
    }
  }

  private Optional<Sessions.Session> held(String authorization, ContainerRequestContext request) {
    Optional<Sessions.Session> session =
        SessionToken.bearer(authorization).flatMap(token -> find(token, request));
    if (session.isEmpty()) {
      throw Trouble.BAD_TOKEN.problem();
    }
    return session;
  }

  private Optional<Sessions.Session> browsed(ContainerRequestContext request) {
    Optional<Sessions.Session> session =
        Optional.ofNullable(request.getCookies().get(SessionToken.name(isSecure(request))))
            .map(Cookie::getValue)
            .flatMap(token -> find(token, request));
    if (session.isPresent() && !READING.contains(request.getMethod()) && !isOurs(request)) {
      throw Trouble.FORGED.problem();
    }
    session.ifPresent(one -> checkAccount(one, request));
    return session;
  }

  private static void checkAccount(Sessions.Session session, ContainerRequestContext request) {
    String expected = request.getHeaderString(ACCOUNT);
    if (expected != null && !expected.isEmpty() && !expected.equals(session.account().name())) {
      throw Trouble.ANOTHER_ACCOUNT.problem();
    }
  }

  private Optional<Sessions.Session> find(String token, ContainerRequestContext request) {
    boolean background =
        request.getHeaderString(BACKGROUND) != null || path(request).equals(STREAM);
    return background ? sessions.look(token) : sessions.find(token);
  }

  private static boolean isSecure(ContainerRequestContext request) {
    return Boolean.TRUE.equals(request.getProperty(SECURE));
  }

  private static boolean isOurs(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    return request.getHeaderString("X-Requested-With") != null
        && (site == null || site.equals("same-origin"));
  }

  private static void let(Sessions.Session session, ContainerRequestContext request) {
    request.setSecurityContext(
        new Caller(new ViewerPrincipal(session.account().viewer()), request.getSecurityContext()));
  }

  private static void checkPassword(Sessions.Session session, String path) {
    boolean ofSessions = path.equals(SESSION) || path.startsWith(SESSION + "/");
    if (session.account().mustChangePassword() && !ofSessions) {
      throw Trouble.PASSWORD_MUST_CHANGE.problem();
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
