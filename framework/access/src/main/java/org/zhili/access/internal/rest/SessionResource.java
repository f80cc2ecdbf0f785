package org.zhili.access.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.Allowed;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Logins;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.access.internal.accounts.TokenLogins;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.RemoteNetwork;

/**
 * Logging in and out. Open to every account, whatever its roles, so each operation looks itself.
 */
@Component(service = SessionResource.class, property = "osgi.jakartars.resource=true")
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Allowed.ANYONE)
@Tag(name = "session")
public final class SessionResource {
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Logins logins;
  private final Sessions sessions;
  private final TokenLogins tokens;

  @Activate
  public SessionResource(@Reference AccessDesk desk) {
    this.logins = desk.logins();
    this.sessions = desk.sessions();
    this.tokens = desk.tokens();
  }

  @POST
  @Operation(summary = "Log in, and get a token · 登录并获取令牌")
  @ApiResponse(content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Response login(@Valid @NotNull LoginBody body, @Context HttpServletRequest request) {
    return login(body, request.getRemoteAddr());
  }

  Response login(LoginBody body, String address) {
    return Secretly.answer(Response.Status.OK, SessionView.of(open(body, address, logins::open)));
  }

  @POST
  @Path("cookie")
  @Operation(
      summary =
          "Log in with a browser: its token is a cookie that no script reads · 浏览器登录，令牌存于脚本无法读取的 Cookie")
  @ApiResponse(content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Response browse(@Valid @NotNull LoginBody body, @Context HttpServletRequest request) {
    return browse(
        body, request.getRemoteAddr(), request.isSecure(), SessionToken.ofBrowser(request));
  }

  /** The session the browser was in before ends: it has one, and nobody else had it chosen. */
  Response browse(LoginBody body, String address, boolean secure, Optional<String> before) {
    Sessions.Opened opened = open(body, address, logins::browse);
    before.flatMap(sessions::look).ifPresent(sessions::end);
    SessionView view = SessionView.of(Optional.empty(), opened.session());
    return Response.fromResponse(Secretly.answer(Response.Status.OK, view))
        .header(HttpHeaders.SET_COOKIE, SessionToken.cookie(opened.token(), secure))
        .build();
  }

  private interface Door {
    Sessions.Opened open(Logins.Check.Right right, String network);
  }

  private Sessions.Opened open(LoginBody body, String address, Door door) {
    try {
      String network = RemoteNetwork.of(address);
      Logins.Check check = logins.check(body.name(), body.password(), network);
      if (check instanceof Logins.Check.Right right) {
        return door.open(right, network);
      }
      throw refused(check, Trouble.WRONG_LOGIN);
    } catch (PasswordHashing.Busy e) {
      throw Trouble.BUSY.retryAfter(BUSY);
    }
  }

  /** A page asks this when it is opened; that nobody has logged in yet is no refusal. */
  @GET
  @Operation(summary = "Tell who is logged in; 204 when nobody is · 查看当前会话，未登录时返回 204")
  @ApiResponse(content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(responseCode = "204", description = "Nobody is logged in · 未登录")
  public Response read(@Context HttpServletRequest request) {
    return read(SessionToken.of(request));
  }

  Response read(Optional<String> token) {
    return found(token)
        .map(session -> SessionView.of(Optional.empty(), session))
        .map(view -> Secretly.answer(Response.Status.OK, view))
        .orElseGet(() -> Response.noContent().build());
  }

  @DELETE
  @Operation(summary = "Log out · 退出登录")
  public Response logout(@Context HttpServletRequest request) {
    return logout(SessionToken.of(request), request.isSecure());
  }

  Response logout(Optional<String> token, boolean secure) {
    Sessions.Session session = session(token);
    if (token.filter(tokens::takes).isPresent()) {
      tokens.end(session);
    } else {
      sessions.end(session);
    }
    Audit.note(session.account().viewer(), "logout", session.account().name());
    return Response.noContent().header(HttpHeaders.SET_COOKIE, SessionToken.gone(secure)).build();
  }

  @POST
  @Path("password")
  @Operation(summary = "Choose another password; other sessions end · 修改密码，其他会话随之结束")
  public void change(@Valid @NotNull PasswordBody body, @Context HttpServletRequest request) {
    change(body, session(SessionToken.of(request)), request.getRemoteAddr());
  }

  void change(PasswordBody body, Sessions.Session session, String address) {
    try {
      Logins.Change change =
          logins.change(session, body.old(), body.chosen(), RemoteNetwork.of(address));
      if (change instanceof Logins.Change.Refused refused) {
        throw refused(refused.why(), Trouble.WRONG_PASSWORD);
      } else if (change instanceof Logins.Change.Weak weak) {
        throw Trouble.weak(weak.weakness());
      } else if (change instanceof Logins.Change.Same) {
        throw Trouble.SAME_PASSWORD.at("new");
      }
    } catch (PasswordHashing.Busy e) {
      throw Trouble.BUSY.retryAfter(BUSY);
    }
  }

  Sessions.Session session(Optional<String> token) {
    return found(token).orElseThrow(Trouble.NOT_LOGGED_IN::problem);
  }

  /** That somebody asks has been counted by whoever let the request in. */
  private Optional<Sessions.Session> found(Optional<String> token) {
    Optional<String> signed = token.filter(tokens::takes);
    return signed.isPresent() ? signed.map(tokens::look) : token.flatMap(sessions::look);
  }

  private static ProblemException refused(Logins.Check check, Trouble wrong) {
    if (check instanceof Logins.Check.Locked locked) {
      long seconds = Math.max(1, locked.pause().plusMillis(999).toSeconds());
      return Trouble.LOCKED.retryAfter(locked.pause(), Long.toString(seconds));
    }
    return wrong.problem();
  }
}
