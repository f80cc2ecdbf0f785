package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.core.city.Change;

/** Nobody is two of the three administrators, or gives rights to themselves. */
class SeparationTest extends AccountResourceFixture {
  @ParameterizedTest
  @CsvSource({
    "administrator, security-administrator",
    "administrator, audit-administrator",
    "security-administrator, audit-administrator"
  })
  void no_account_is_two_of_the_three(String one, String other) {
    refused(422, "ZL-3214", () -> create(body("mallory", one, other)));
    refused(422, "ZL-3214", () -> create(body("mallory", "operator", one, other)));
    refused(422, "ZL-3214", () -> change("operator", body("operator", one, other).rights()));
    assertThat(desk.accounts().find("mallory")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"administrator", "security-administrator", "audit-administrator"})
  void an_administrator_has_no_business_beside(String role) {
    for (String business : List.of("operator", "supervisor", "a-modules-own")) {
      refused(422, "ZL-3215", () -> create(body("mallory", role, business)));
    }
    AccountBody worker =
        new AccountBody("mallory", List.of(role, "unit"), Optional.of("drainage"), List.of());
    refused(422, "ZL-3215", () -> create(worker));
    create(body("ben", role));
    assertThat(desk.accounts().find("ben").orElseThrow().roles()).containsExactly(role);
  }

  @ParameterizedTest
  @CsvSource({"operator", "supervisor", "a-modules-own"})
  void a_display_is_nobody_beside(String other) {
    refused(422, "ZL-3247", () -> create(body("wall", "display", other)));
    refused(422, "ZL-3247", () -> change("operator", body("operator", "display", other).rights()));
    assertThat(desk.accounts().find("wall")).isEmpty();
    create(body("wall", "display"));
    assertThat(desk.accounts().find("wall").orElseThrow().roles()).containsExactly("display");
  }

  @Test
  void business_roles_go_together_as_before() {
    create(body("olivia", "operator", "supervisor"));
    assertThat(desk.accounts().find("olivia").orElseThrow().roles())
        .containsExactlyInAnyOrder("operator", "supervisor");
  }

  @Test
  void nobody_changes_or_removes_their_own_account() {
    create(body("ada", "security-administrator"));
    refused(403, "ZL-3216", () -> change("ada", body("ada", "administrator").rights()));
    refused(403, "ZL-3216", () -> accounts.remove("ada", ADA));
    assertThat(desk.accounts().find("ada").orElseThrow().roles())
        .containsExactly("security-administrator");
    accounts.remove("security", ADA);
    assertThat(desk.accounts().find("security")).isEmpty();
  }

  @Test
  void a_stolen_session_gets_no_password_of_its_own_account() {
    FreshView fresh = create(body("ada", "security-administrator"));
    refused(403, "ZL-3216", () -> accounts.reset("ada", ADA));
    assertThat(login(desk, "ada", fresh.password()).token()).as("as it was").isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "admin, administrator, audit-administrator",
    "security, security-administrator, administrator",
    "audit, audit-administrator, operator"
  })
  void the_last_of_each_of_the_three_stays(String name, String role, String other) {
    create(new AccountBody("eastern", List.of(role), Optional.empty(), List.of("east")));
    create(body("locked", role));
    accounts.lock("locked", ADA);
    RightsBody eastern = new RightsBody(List.of(role), Optional.empty(), List.of("east"));
    refused(409, "ZL-3111", () -> accounts.remove(name, ADA));
    refused(409, "ZL-3111", () -> accounts.lock(name, ADA));
    refused(409, "ZL-3111", () -> change(name, body(name, other).rights()));
    refused(409, "ZL-3111", () -> change(name, eastern));
    accounts.unlock("locked", ADA);
    accounts.lock(name, ADA);
    assertThat(desk.accounts().find(name).orElseThrow().locked()).isTrue();
  }

  @Test
  void a_sheet_leaves_somebody_in_each_post() {
    AccountImport sheet =
        new AccountImport(desk.accounts(), new Drafts(new CityRegister(city.town())));
    Draft before = Draft.of(desk.accounts().find("audit").orElseThrow());
    Draft business = new Draft("audit", Set.of("operator"), Optional.empty(), Set.of());
    Draft next = new Draft("grace", before.roles(), Optional.empty(), Set.of());
    assertThat(codes(sheet, business)).containsExactly("ZL-3111");
    assertThat(codes(sheet, business, next)).containsExactly("", "");
    accounts.lock("operator", ADA);
    Draft locked = new Draft("operator", before.roles(), Optional.empty(), Set.of());
    assertThat(codes(sheet, business, locked))
        .as("who is locked fills no post")
        .contains("ZL-3111");
    assertThat(
            sheet
                .writer(
                    List.of(
                        new Change<>(Optional.of(before), business),
                        new Change<>(Optional.empty(), next)),
                    viewer())
                .get())
        .hasSize(1);
    assertThat(desk.accounts().find("audit").orElseThrow().roles()).containsExactly("operator");
  }

  private static List<String> codes(AccountImport sheet, Draft... drafts) {
    return sheet.judge(List.of(drafts), viewer()).stream()
        .map(verdict -> verdict.refusal().map(refusal -> refusal.problem().code()).orElse(""))
        .toList();
  }
}
