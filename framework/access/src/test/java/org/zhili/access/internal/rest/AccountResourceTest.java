package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.Logins;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.resources.security.Audit;

/** Who may do what with accounts that are there. */
class AccountResourceTest extends AccountResourceFixture {
  @Test
  void
      every_operation_of_accounts_is_the_security_administrators_and_those_of_sessions_are_anybodys() {
    assertThat(AccountResource.class.getAnnotation(Allowed.class).value())
        .containsExactly(Role.SECURITY_ADMINISTRATOR);
    assertThat(SessionResource.class.getAnnotation(Allowed.class).value())
        .containsExactly(Allowed.ANYONE);
    assertThat(operations()).hasSize(13);
    assertThat(operations()).noneMatch(method -> method.isAnnotationPresent(Allowed.class));
    assertThat(operations())
        .extracting(method -> method.getAnnotation(Operation.class).summary())
        .allSatisfy(summary -> assertThat(summary).matches("[A-Z][ -~]+ · [^ -~]\\P{Cntrl}+"));
  }

  private static List<Method> operations() {
    return Stream.of(AccountResource.class, SessionResource.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
        .toList();
  }

  @Test
  void an_account_gets_other_roles_unit_and_areas_at_once() {
    FreshView fresh = create(body("olivia", "operator"));
    Sessions.Opened opened = login(desk, "olivia", fresh.password());
    RightsBody unit = rights("olivia", "municipal-works", "east").rights();
    assertThat(change("olivia", unit).settled())
        .isEqualTo(
            new AccountView(
                "olivia",
                List.of("unit"),
                Optional.of("municipal-works"),
                List.of("east"),
                false,
                Optional.empty(),
                Optional.empty()));
    assertThat(desk.sessions().find(opened.token())).as("it was ended").isEmpty();
    String later = login(desk, "olivia", fresh.password()).token();
    change("olivia", unit);
    assertThat(desk.sessions().find(later).orElseThrow().account().roles())
        .as("nothing was changed")
        .containsExactly("unit");
    refused(404, "ZL-3110", () -> change("nobody", unit));
    refused(422, "ZL-3112", () -> change("olivia", body("x", "system").rights()));
    refused(422, "ZL-3124", () -> change("olivia", rights("x", "typo").rights()));
  }

  @Test
  void the_last_administrator_of_the_city_stays_one() {
    RightsBody eastern =
        new RightsBody(List.of("security-administrator"), Optional.empty(), List.of("east"));
    RightsBody operator = body("security", "operator").rights();
    refused(409, "ZL-3111", () -> change("security", operator));
    refused(409, "ZL-3111", () -> change("security", eastern));
    create(body("grace", "security-administrator"));
    assertThat(change("security", operator).roles()).containsExactly("operator");
  }

  @Test
  void an_account_is_changed_by_who_has_seen_it_as_it_is() {
    create(body("olivia", "operator"));
    RightsBody supervisor = body("olivia", "supervisor").rights();
    refused(428, "ZL-3033", () -> accounts.change("olivia", supervisor, null, ADA));
    String seen = "\"" + accounts.read("olivia", ADA).getEntityTag().getValue() + "\"";
    Response changed = accounts.change("olivia", supervisor, seen, ADA);
    assertThat(changed.getEntityTag()).isEqualTo(accounts.read("olivia", ADA).getEntityTag());
    RightsBody operator = body("olivia", "operator").rights();
    refused(412, "ZL-3034", () -> accounts.change("olivia", operator, seen, ADA));
    refused(404, "ZL-3110", () -> accounts.read("nobody", ADA));
    assertThat(desk.accounts().find("olivia").orElseThrow().roles()).containsExactly("supervisor");
  }

  @Test
  void a_forgotten_password_is_replaced() {
    create(body("olivia", "operator"));
    FreshView fresh = (FreshView) accounts.reset("olivia", ADA).getEntity();
    assertThat(login(desk, "olivia", fresh.password()).session().account().name())
        .isEqualTo("olivia");
    refused(404, "ZL-3110", () -> accounts.reset("nobody", ADA));
  }

  @Test
  void an_account_that_is_locked_opens_nothing_until_it_is_unlocked() {
    account(desk, "olivia", "correct horse", Role.OPERATOR);
    String token = login(desk, "olivia", "correct horse").token();
    accounts.lock("olivia", ADA);
    assertThat(desk.sessions().find(token)).isEmpty();
    assertThat(desk.logins().check("olivia", "correct horse", HERE))
        .as("as if the password were wrong")
        .isEqualTo(new Logins.Check.Wrong());
    assertThat(list())
        .filteredOn(AccountView::locked)
        .extracting(AccountView::name)
        .containsExactly("olivia");
    accounts.unlock("olivia", ADA);
    assertThat(desk.sessions().find(token)).as("it was ended").isEmpty();
    assertThat(login(desk, "olivia", "correct horse").token()).isNotEmpty();
    refused(404, "ZL-3110", () -> accounts.lock("nobody", ADA));
    refused(409, "ZL-3111", () -> accounts.lock("security", ADA));
    refused(403, "ZL-3216", () -> accounts.lock("ada", ADA));
    refused(403, "ZL-3216", () -> accounts.unlock("ada", ADA));
  }

  @Test
  void an_account_is_removed_but_for_the_last_administrators() {
    create(body("olivia", "operator"));
    accounts.remove("olivia", ADA);
    assertThat(desk.accounts().find("olivia")).isEmpty();
    refused(404, "ZL-3110", () -> accounts.remove("olivia", ADA));
    create(new AccountBody("eastern", List.of("administrator"), Optional.empty(), List.of("east")));
    refused(409, "ZL-3111", () -> accounts.remove("security", ADA));
    refused(409, "ZL-3111", () -> accounts.remove("admin", ADA));
    create(body("ben", "administrator"));
    accounts.remove("admin", ADA);
    assertThat(desk.accounts().find("admin")).isEmpty();
  }

  @Test
  void who_made_changed_reset_and_removed_an_account_is_written() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      create(body("olivia", "operator"));
      change("olivia", rights("olivia", "municipal-works", "east").rights());
      accounts.reset("olivia", ADA);
      accounts.remove("olivia", ADA);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains(Audit.NAME))
        .extracting(line -> line.substring(line.indexOf("by=")))
        .containsExactly(
            "by=\"ada\" action=account.made subject=\"olivia\""
                + " detail=\"roles=operator unit=- areas=-\"",
            "by=\"ada\" action=account.changed subject=\"olivia\""
                + " detail=\"roles=unit unit=municipal-works areas=east\"",
            "by=\"ada\" action=password.reset subject=\"olivia\"",
            "by=\"ada\" action=account.removed subject=\"olivia\"");
  }

  @Test
  void an_administrator_of_some_areas_cannot_give_away_more_than_he_has() {
    Caller eastern = new Caller(viewer("east"));
    refused(403, "ZL-3114", () -> accounts.list(null, null, null, null, null, 50, eastern));
    refused(403, "ZL-3114", () -> accounts.read("admin", eastern));
    refused(403, "ZL-3114", () -> accounts.create(body("mallory", "administrator"), null, eastern));
    refused(403, "ZL-3114", () -> accounts.reset("admin", eastern));
    refused(403, "ZL-3114", () -> accounts.remove("operator", eastern));
    RightsBody more = body("operator", "administrator").rights();
    refused(403, "ZL-3114", () -> accounts.change("operator", more, "*", eastern));
  }
}
