package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
