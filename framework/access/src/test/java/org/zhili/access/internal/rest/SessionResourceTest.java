package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;

import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
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
    String header = header("olivia", PASSWORD);
    assertThat(sessions.read(header).account().name()).isEqualTo("olivia");
    assertThat(sessions.read(header).token()).isEmpty();
    sessions.logout(header);
    assertThat(refused(() -> sessions.read(header)).problem().code()).isEqualTo("ZL-3115");
    assertThat(refused(() -> sessions.logout(header)).problem().code()).isEqualTo("ZL-3115");
    assertThat(refused(() -> sessions.read(null)).problem().status()).isEqualTo(401);
  }

  @Test
  void the_first_login_leads_to_a_password_of_ones_own() {
    String first = access.firstPassword("admin");
    String header = header("admin", first);
    assertThat(sessions.read(header).mustChangePassword()).isTrue();
    sessions.change(new PasswordBody(first, PASSWORD), header, HERE);
    assertThat(sessions.read(header).mustChangePassword()).isFalse();
  }

  @Test
  void a_password_that_is_refused_is_told_why() {
    String first = access.firstPassword("admin");
    String header = header("admin", first);
    assertThat(code(() -> sessions.change(new PasswordBody("x", PASSWORD), header, HERE)))
        .isEqualTo("403 ZL-3108");
    assertThat(code(() -> sessions.change(new PasswordBody(first, first), header, HERE)))
        .isEqualTo("422 ZL-3107");
    ProblemException weak =
        refused(() -> sessions.change(new PasswordBody(first, "my admin pass"), header, HERE));
    assertThat(weak.problem().code()).isEqualTo("ZL-3106");
    assertThat(weak.problem().violations().get(0).field()).isEqualTo("new");
    assertThat(weak.problem().messages().en()).contains("account's name");
    assertThat(sessions.read(header).mustChangePassword()).isTrue();
  }

  @Test
  void bodies_never_print_their_passwords() {
    assertThat(new LoginBody("olivia", PASSWORD).toString()).doesNotContain(PASSWORD);
    assertThat(new PasswordBody(PASSWORD, "other horse").toString()).doesNotContain("horse");
  }

  private String header(String name, String password) {
    SessionView view =
        (SessionView) sessions.login(new LoginBody(name, password), HERE).getEntity();
    return "Bearer " + view.token().orElseThrow();
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
