package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.access.internal.TestAccess.HERE;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.tokens.TestProvider;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;

/** Requests with tokens of the city's identity provider. */
class TokenRequestsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private Authenticator authenticator;
  private TestProvider provider;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    authenticator = new Authenticator(desk);
    provider = new TestProvider(folder);
    desk.tokens().trust(Optional.of(provider.provider()));
    Draft olivia = new Draft("olivia", Set.of(Role.OPERATOR), Optional.empty(), Set.of());
    assertThat(desk.accounts().create(olivia)).isPresent();
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void a_token_is_its_account_with_the_rights_that_account_has_now() {
    String token = provider.token("olivia");
    for (String method : new String[] {"GET", "POST", "DELETE"}) {
      FakeRequest request = filtered(method, token);
      assertThat(request.aborted()).as("no password chosen, no X-Requested-With").isEmpty();
      assertThat(request.security())
          .hasValueSatisfying(
              security -> {
                assertThat(security.getUserPrincipal().getName()).isEqualTo("olivia");
                assertThat(security.isUserInRole(Role.OPERATOR)).isTrue();
                assertThat(security.isUserInRole(Role.ADMINISTRATOR)).isFalse();
              });
    }
    desk.accounts().remove("olivia");
    assertThat(refused(token)).isEqualTo("401 ZL-3210");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "rights", "reset", "another of the name"})
  void a_token_of_before_opens_an_account_no_more_that_was_changed(String change) {
    String token = provider.token("olivia");
    assertThat(filtered("GET", token).security()).isPresent();
    access.pass(Duration.ofSeconds(1));
    switch (change) {
      case "lock" -> {
        desk.accounts().lock("olivia", true);
        assertThat(refused(token)).isEqualTo("401 ZL-3219");
        desk.accounts().lock("olivia", false);
      }
      case "rights" -> desk.accounts().change(olivia(Role.SUPERVISOR), present -> {});
      case "reset" -> desk.accounts().reset("olivia");
      default -> {
        desk.accounts().remove("olivia");
        desk.accounts().create(olivia(Role.OPERATOR));
      }
    }
    assertThat(refused(token)).isEqualTo("401 ZL-3246");
    String later = provider.token("olivia", TestProvider.NOW.plusSeconds(1));
    assertThat(filtered("GET", later).security()).isPresent();
  }

  @Test
  void a_change_that_changes_nothing_ends_nothing() {
    String token = provider.token("olivia");
    access.pass(Duration.ofSeconds(1));
    desk.accounts().change(olivia(Role.OPERATOR), present -> {});
    assertThat(filtered("GET", token).security()).isPresent();
  }

  @Test
  void the_token_that_chose_the_password_goes_on_and_others_do_not() {
    String password = desk.accounts().reset("olivia").orElseThrow().password();
    String token = provider.token("olivia");
    String other = provider.token("olivia", Duration.ofMinutes(9));
    access.pass(Duration.ofSeconds(1));
    SessionResource sessions = new SessionResource(desk);
    sessions.change(
        new PasswordBody(password, "correct horse"), sessions.session(Optional.of(token)), HERE);
    assertThat(filtered("GET", token).security()).isPresent();
    assertThat(refused(other)).isEqualTo("401 ZL-3246");
  }

  private static Draft olivia(String role) {
    return new Draft("olivia", Set.of(role), Optional.empty(), Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "security", "audit"})
  void no_token_opens_an_administrators_account(String name) {
    assertThat(refused(provider.token(name))).isEqualTo("401 ZL-3250");
    SessionResource sessions = new SessionResource(desk);
    Optional<String> token = Optional.of(provider.token(name));
    assertThatThrownBy(() -> sessions.read(token)).isInstanceOf(ProblemException.class);
  }

  @Test
  void an_account_that_becomes_an_administrators_is_shut_to_the_token_it_had() {
    String token = provider.token("olivia");
    assertThat(filtered("GET", token).security()).isPresent();
    Draft security =
        new Draft("olivia", Set.of(Role.SECURITY_ADMINISTRATOR), Optional.empty(), Set.of());
    desk.accounts().change(security, present -> {});
    assertThat(refused(token)).isEqualTo("401 ZL-3250");
  }

  @Test
  void nothing_idles_and_its_own_end_holds() {
    String token = provider.token("olivia");
    access.pass(Duration.ofMinutes(5));
    assertThat(filtered("GET", token).security()).isPresent();
    access.pass(Duration.ofMinutes(1));
    assertThat(refused(token)).isEqualTo("401 ZL-3206");
  }

  @Test
  void accounts_are_named_to_the_letter() {
    assertThat(refused(provider.token("Olivia"))).isEqualTo("401 ZL-3210");
    assertThat(refused(provider.token("nobody"))).isEqualTo("401 ZL-3210");
  }

  @Test
  void whoever_logs_out_with_a_token_is_logged_out_on_every_node() {
    String token = provider.token("olivia");
    SessionResource sessions = new SessionResource(desk);
    SessionView view = (SessionView) sessions.read(Optional.of(token)).getEntity();
    assertThat(view.account().name()).isEqualTo("olivia");
    assertThat(sessions.logout(Optional.of(token), true).getStatus()).isEqualTo(204);
    assertThat(refused(token)).isEqualTo("401 ZL-3212");
    AccessDesk another = access.desk();
    another.tokens().trust(Optional.of(provider.provider()));
    assertThatThrownBy(() -> another.tokens().find(token, HERE))
        .isInstanceOf(ProblemException.class);
    access.pass(Duration.ofMinutes(4));
    String later = provider.token("olivia", Duration.ofMinutes(9));
    sessions.logout(Optional.of(later), true);
    assertThat(refused(token))
        .as("kept until the token is over by itself")
        .isEqualTo("401 ZL-3212");
  }

  @Test
  void the_audit_has_one_line_of_each_token_let_in_or_refused() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      String token = provider.token("olivia");
      filtered("GET", token);
      filtered("GET", token);
      filtered("GET", provider.token("olivia", Duration.ofMinutes(7)));
      refused(provider.token("nobody"));
      refused(provider.token("nobody"));
      refused(token.substring(0, token.length() - 9) + "AAAAAAAAA");
      new SessionResource(desk).logout(Optional.of(token), true);
      desk.tokens().trust(Optional.of(provider.provider()));
      desk.tokens().trust(Optional.empty());
      desk.tokens().trust(Optional.of(provider.provider()));
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains(Audit.NAME))
        .extracting(line -> line.substring(line.indexOf("by=")).replaceAll(" subject=.*", ""))
        .containsExactly(
            "by=\"olivia\" action=login",
            "by=\"olivia\" action=login",
            "by=\"nobody\" action=login.failed",
            "by=\"olivia\" action=logout",
            "by=\"system\" action=provider.trusted",
            "by=\"system\" action=provider.trusted");
  }

  @Test
  void without_a_provider_such_a_token_is_as_any_that_nobody_was_given() {
    String token = provider.token("olivia");
    desk.tokens().trust(Optional.empty());
    assertThat(refused(token)).isEqualTo("401 ZL-3104");
  }

  private FakeRequest filtered(String method, String token) {
    FakeRequest request = new FakeRequest(method, "cases").withToken(token);
    authenticator.filter(request.context());
    return request;
  }

  private String refused(String token) {
    FakeRequest request = filtered("GET", token);
    assertThat(request.security()).isEmpty();
    return request
        .aborted()
        .map(answer -> answer.getStatus() + " " + ((Problem) answer.getEntity()).code())
        .orElse("let in");
  }
}
