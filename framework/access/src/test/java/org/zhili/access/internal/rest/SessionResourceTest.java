package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;

import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.resources.problem.ProblemException;

class SessionResourceTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private SessionResource sessions;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    sessions = new SessionResource(desk);
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void a_login_gives_a_token_that_nobody_on_the_way_may_keep() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Response answer = sessions.login(new LoginBody("Olivia", PASSWORD), HERE);
    SessionView view = (SessionView) answer.getEntity();
    assertThat(answer.getHeaderString("Cache-Control")).contains("no-store");
    assertThat(view.token()).hasValueSatisfying(token -> assertThat(token).hasSize(43));
    assertThat(view.account().roles()).containsExactly("operator");
    assertThat(view.mustChangePassword()).isFalse();
    assertThat(view.expiresAt()).isEqualTo(TestAccess.START.plus(Duration.ofHours(12)));
    assertThat(view.toString()).doesNotContain(view.token().orElseThrow());
  }

  @Test
  void a_browser_gets_its_token_as_a_cookie_that_no_script_reads() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Response answer = browse(true, Optional.empty());
    assertThat(((SessionView) answer.getEntity()).token()).isEmpty();
    String cookie = cookie(answer);
    assertThat(cookie)
        .matches("__Host-zhili-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
    Optional<String> token = Optional.of(token(answer));
    assertThat(read(token).account().name()).isEqualTo("olivia");

    assertThat(cookie(sessions.logout(token, true)))
        .isEqualTo("__Host-zhili-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
    assertThat(sessions.read(token).getStatus()).isEqualTo(204);
  }

  @Test
  void whoever_logs_in_again_leaves_the_session_the_browser_was_in() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Optional<String> first = Optional.of(token(browse(true, Optional.empty())));
    Optional<String> second = Optional.of(token(browse(true, first)));
    assertThat(second).isNotEqualTo(first);
    assertThat(sessions.read(first).getStatus()).isEqualTo(204);
    assertThat(read(second).account().name()).isEqualTo("olivia");

    refused(() -> sessions.browse(new LoginBody("olivia", "x"), HERE, true, second));
    assertThat(read(second).account().name())
        .as("who fails keeps what they had")
        .isEqualTo("olivia");
  }

  @Test
  void a_browser_on_a_line_without_tls_keeps_its_cookie_for_that() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Response answer = browse(false, Optional.empty());
    assertThat(cookie(answer))
        .matches("zhili-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
  }

  @Test
  void wrong_passwords_and_unknown_names_are_told_the_same() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    ProblemException wrong = refused(() -> sessions.login(new LoginBody("olivia", "x"), HERE));
    ProblemException unknown = refused(() -> sessions.login(new LoginBody("nobody", "x"), HERE));
    assertThat(wrong.problem().code()).isEqualTo("ZL-3101");
    assertThat(wrong.problem().status()).isEqualTo(401);
    assertThat(unknown.problem()).isEqualTo(wrong.problem());
    assertThat(unknown.getResponse().getHeaders()).isEqualTo(wrong.getResponse().getHeaders());
  }

  @Test
  void after_too_many_failures_the_answer_says_how_long_to_wait() {
    for (int i = 0; i < 5; i++) {
      refused(() -> sessions.login(new LoginBody("olivia", "x"), HERE));
    }
    ProblemException locked = refused(() -> sessions.login(new LoginBody("olivia", "x"), HERE));
    assertThat(locked.problem().status()).isEqualTo(429);
    assertThat(locked.problem().code()).isEqualTo("ZL-3102");
    assertThat(locked.problem().messages().en()).contains("30 seconds");
    assertThat(locked.getResponse().getHeaderString("Retry-After")).isEqualTo("30");
  }

  @Test
  void whoever_is_logged_in_is_told_so_until_they_log_out() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Optional<String> token = token("olivia", PASSWORD);
    assertThat(read(token).account().name()).isEqualTo("olivia");
    assertThat(read(token).token()).isEmpty();
    sessions.logout(token, false);
    assertThat(sessions.read(token).getStatus()).isEqualTo(204);
    assertThat(refused(() -> sessions.logout(token, false)).problem().code()).isEqualTo("ZL-3115");
  }

  @Test
  void that_nobody_is_logged_in_is_an_answer_without_content() {
    Response answer = sessions.read(Optional.empty());
    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(answer.getEntity()).isNull();
    assertThat(sessions.read(Optional.of("a".repeat(43))).getStatus()).isEqualTo(204);
    assertThat(refused(() -> sessions.logout(Optional.empty(), false)).problem().status())
        .isEqualTo(401);
  }

  @Test
  void the_first_login_leads_to_a_password_of_ones_own() {
    String first = access.firstPassword("admin");
    Optional<String> token = token("admin", first);
    assertThat(read(token).mustChangePassword()).isTrue();
    sessions.change(new PasswordBody(first, PASSWORD), session(token), HERE);
    assertThat(read(token).mustChangePassword()).isFalse();
  }

  @Test
  void a_password_that_is_refused_is_told_why() {
    String first = access.firstPassword("admin");
    Optional<String> token = token("admin", first);
    assertThat(code(() -> sessions.change(new PasswordBody("x", PASSWORD), session(token), HERE)))
        .isEqualTo("403 ZL-3108");
    assertThat(code(() -> sessions.change(new PasswordBody(first, first), session(token), HERE)))
        .isEqualTo("422 ZL-3107");
    ProblemException weak =
        refused(
            () -> sessions.change(new PasswordBody(first, "my admin pass"), session(token), HERE));
    assertThat(weak.problem().code()).isEqualTo("ZL-3106");
    assertThat(weak.problem().violations().get(0).field()).isEqualTo("new");
    assertThat(weak.problem().messages().en()).contains("account's name");
    assertThat(read(token).mustChangePassword()).isTrue();
  }

  @Test
  void bodies_never_print_their_passwords() {
    assertThat(new LoginBody("olivia", PASSWORD).toString()).doesNotContain(PASSWORD);
    assertThat(new PasswordBody(PASSWORD, "other horse").toString()).doesNotContain("horse");
  }

  private Response browse(boolean secure, Optional<String> before) {
    return sessions.browse(new LoginBody("olivia", PASSWORD), HERE, secure, before);
  }

  private SessionView read(Optional<String> token) {
    return (SessionView) sessions.read(token).getEntity();
  }

  private static String cookie(Response answer) {
    return Objects.requireNonNull(answer.getHeaderString("Set-Cookie"));
  }

  private static String token(Response answer) {
    String cookie = cookie(answer);
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private Sessions.Session session(Optional<String> token) {
    return sessions.session(token);
  }

  private Optional<String> token(String name, String password) {
    return ((SessionView) sessions.login(new LoginBody(name, password), HERE).getEntity()).token();
  }

  private static String code(ThrowingCallable request) {
    ProblemException refused = refused(request);
    return refused.problem().status() + " " + refused.problem().code();
  }

  private static ProblemException refused(ThrowingCallable request) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, request);
    assertThat(refused).as("the request is refused").isNotNull();
    return Objects.requireNonNull(refused);
  }
}
