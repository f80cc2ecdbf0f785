package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.security.ViewerPrincipal;

class AuthenticatorTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private Authenticator authenticator;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    authenticator = new Authenticator(desk);
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void a_token_tells_who_calls_and_what_they_may() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    FakeRequest request = filtered("GET", "cases", login(desk, "olivia", PASSWORD).token());
    assertThat(request.aborted()).isEmpty();
    assertThat(request.security())
        .hasValueSatisfying(
            security -> {
              assertThat(security.getUserPrincipal().getName()).isEqualTo("olivia");
              assertThat(security.isUserInRole(Role.OPERATOR)).isTrue();
              assertThat(security.isUserInRole(Role.ADMINISTRATOR)).isFalse();
              assertThat(security.isSecure()).isFalse();
              assertThat(ViewerPrincipal.viewer(security))
                  .hasValueSatisfying(v -> assertThat(v.account()).isEqualTo("olivia"));
            });
  }

  @Test
  void without_a_token_a_request_goes_on_as_nobodys() {
    FakeRequest request = new FakeRequest("GET", "cases");
    authenticator.filter(request.context());
    assertThat(request.aborted()).isEmpty();
    assertThat(request.security()).isEmpty();
  }

  @Test
  void a_token_that_does_not_hold_is_refused() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    refused(401, "ZL-3104", filtered("GET", "cases", "a".repeat(43)));
    refused(401, "ZL-3104", filtered("GET", "cases", ""));
    for (String header : List.of("Basic b2xpdmlhOng=", token, "Bearer", "")) {
      FakeRequest odd = new FakeRequest("GET", "cases").with("Authorization", header);
      authenticator.filter(odd.context());
      refused(401, "ZL-3104", odd);
    }
    access.pass(Duration.ofHours(3));
    refused(401, "ZL-3104", filtered("GET", "cases", token));
  }

  @Test
  void the_scheme_is_read_in_any_case() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    FakeRequest request = new FakeRequest("GET", "cases").with("Authorization", "bearer " + token);
    authenticator.filter(request.context());
    assertThat(request.security()).isPresent();
  }

  @Test
  void with_a_one_time_password_only_the_session_can_be_seen_to() {
    String token = login(desk, "admin", access.firstPassword("admin")).token();
    for (String path : List.of("accounts", "/accounts", "cases/x", "sessions", "session-x", "")) {
      FakeRequest refused = filtered("GET", path, token);
      answered(403, "ZL-3105", refused);
      assertThat(refused.security()).as("whose request it was, for the audit").isPresent();
    }
    for (String path : List.of("session", "/session", "session/", "session/password")) {
      assertThat(filtered("GET", path, token).aborted()).as(path).isEmpty();
    }
  }

  @Test
  void what_an_administrator_takes_away_is_gone_with_the_next_request() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    assertThat(filtered("GET", "cases", token).aborted()).isEmpty();
    desk.accounts().remove("olivia");
    refused(401, "ZL-3104", filtered("GET", "cases", token));
  }

  @Test
  void whoever_logs_in_may_still_send_the_token_of_a_session_that_is_over() {
    assertThat(filtered("POST", "session", "a".repeat(43)).aborted()).isEmpty();
    refused(401, "ZL-3104", filtered("GET", "session", "a".repeat(43)));
  }

  @Test
  void a_cookie_tells_who_calls_as_long_as_it_holds() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    FakeRequest request = browsed("GET", token);
    assertThat(request.aborted()).isEmpty();
    assertThat(request.security())
        .hasValueSatisfying(
            security -> assertThat(security.getUserPrincipal().getName()).isEqualTo("olivia"));
    access.pass(Duration.ofHours(3));
    FakeRequest late = browsed("GET", token);
    assertThat(late.aborted()).as("as good as none").isEmpty();
    assertThat(late.security()).isEmpty();
  }

  @Test
  void what_changes_something_by_a_cookie_comes_from_a_page_of_the_town() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      refused(403, "ZL-3127", browsed(method, token));
      FakeRequest ours =
          new FakeRequest(method, "cases").withCookie(token).with("X-Requested-With", "console");
      authenticator.filter(ours.context());
      assertThat(ours.aborted()).isEmpty();
      assertThat(ours.security()).isPresent();
    }
    FakeRequest foreign =
        new FakeRequest("POST", "cases")
            .withCookie(token)
            .with("X-Requested-With", "console")
            .with("Sec-Fetch-Site", "cross-site");
    authenticator.filter(foreign.context());
    refused(403, "ZL-3127", foreign);
  }

  @Test
  void what_a_page_asks_by_itself_lets_the_session_run_out() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    for (int minutes = 0; minutes < 120; minutes += 10) {
      FakeRequest cookie =
          new FakeRequest("GET", "cases").withCookie(token).with("X-Zhili-Background", "true");
      FakeRequest header =
          new FakeRequest("GET", "cases").withToken(token).with("X-Zhili-Background", "true");
      for (FakeRequest polled : List.of(cookie, header)) {
        authenticator.filter(polled.context());
        assertThat(polled.security()).as("after %d min", minutes).isPresent();
      }
      access.pass(Duration.ofMinutes(10));
    }
    refused(401, "ZL-3104", filtered("GET", "cases", token));
  }

  @Test
  void a_browser_that_asks_for_the_stream_again_and_again_lets_the_session_run_out() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    for (int minutes = 0; minutes < 120; minutes += 10) {
      assertThat(filtered("GET", "/live", token).security()).isPresent();
      access.pass(Duration.ofMinutes(10));
    }
    refused(401, "ZL-3104", filtered("GET", "cases", token));
  }

  @Test
  void over_tls_only_the_cookie_that_no_other_host_can_set_is_believed() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    FakeRequest planted = new FakeRequest("GET", "cases").withCookie(token).overTls();
    authenticator.filter(planted.context());
    assertThat(planted.security()).isEmpty();
    FakeRequest own =
        new FakeRequest("GET", "cases").withCookie(SessionToken.SECURE_COOKIE, token).overTls();
    authenticator.filter(own.context());
    assertThat(own.security()).isPresent();
  }

  private FakeRequest browsed(String method, String token) {
    FakeRequest request = new FakeRequest(method, "cases").withCookie(token);
    authenticator.filter(request.context());
    return request;
  }

  private FakeRequest filtered(String method, String path, String token) {
    FakeRequest request = new FakeRequest(method, path).withToken(token);
    authenticator.filter(request.context());
    return request;
  }

  private static void refused(int status, String code, FakeRequest request) {
    assertThat(request.security()).isEmpty();
    answered(status, code, request);
  }

  private static void answered(int status, String code, FakeRequest request) {
    assertThat(request.aborted())
        .hasValueSatisfying(
            response -> {
              assertThat(response.getStatus()).isEqualTo(status);
              assertThat(response.getMediaType()).hasToString("application/problem+json");
              assertThat(((Problem) response.getEntity()).code()).isEqualTo(code);
            });
  }
}
