package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.Sessions;

/** How an account is made over REST. */
class NewAccountTest extends AccountResourceFixture {
  @Test
  void an_account_is_made_with_a_password_that_is_shown_once() {
    FreshView fresh = create(body("olivia", "operator"));
    assertThat(login(desk, "olivia", fresh.password()).session().account().mustChangePassword())
        .isTrue();
    assertThat(list())
        .extracting(AccountView::name)
        .containsExactly("admin", "audit", "olivia", "operator", "security", "supervisor");
    assertThat(list().toString() + fresh).doesNotContain(fresh.password());
  }

  @Test
  void a_name_is_given_once() {
    create(body("olivia", "operator"));
    refused(409, "ZL-3109", () -> create(body("olivia", "supervisor")));
  }

  @Test
  void who_asks_again_because_the_answer_was_lost_gets_a_password_that_opens() {
    AccountBody olivia = body("olivia", "operator");
    FreshView lost = create(olivia, "key-0001");
    FreshView again = create(olivia, "key-0001");
    assertThat(again.password()).as("the first is kept nowhere").isNotEqualTo(lost.password());
    assertThat(login(desk, "olivia", again.password()).session().account().mustChangePassword())
        .isTrue();
    assertThat(desk.accounts().all()).hasSize(6);
    refused(409, "ZL-3109", () -> create(olivia, "key-0002"));
    refused(409, "ZL-3123", () -> create(body("oscar", "operator"), "key-0001"));
    refused(409, "ZL-3123", () -> create(body("olivia", "administrator"), "key-0001"));
    refused(400, "ZL-3119", () -> create(body("oscar", "operator"), "short"));
  }

  @Test
  void a_password_its_owner_has_chosen_is_not_replaced_by_a_request_sent_again() {
    AccountBody olivia = body("olivia", "operator");
    FreshView fresh = create(olivia, "key-0001");
    Sessions.Session session = login(desk, "olivia", fresh.password()).session();
    desk.logins().change(session, fresh.password(), "correct horse", TestAccess.HERE);
    refused(409, "ZL-3109", () -> create(olivia, "key-0001"));
    assertThat(login(desk, "olivia", "correct horse").token()).isNotEmpty();
  }

  @Test
  void a_key_is_its_callers_own() {
    Caller bob =
        new Caller(
            new Viewer("bob", Set.of(Role.SECURITY_ADMINISTRATOR), Optional.empty(), Set.of()));
    create(body("olivia", "operator"), "key-0001");
    accounts.create(body("oscar", "operator"), "key-0001", bob);
    assertThat(desk.accounts().find("oscar")).isPresent();
  }

  @Test
  void nobody_becomes_a_resident_or_the_town_itself() {
    for (String role : List.of("resident", "system", "anyone")) {
      refused(422, "ZL-3112", () -> create(body("mallory", "operator", role)));
    }
    assertThat(desk.accounts().find("mallory")).isEmpty();
  }

  @Test
  void who_speaks_for_a_unit_names_it() {
    refused(422, "ZL-3113", () -> create(body("wang", "unit")));
    AccountBody wang =
        new AccountBody("wang", List.of("unit"), Optional.of("municipal-works"), List.of("east"));
    create(wang);
    assertThat(list())
        .filteredOn(account -> account.name().equals("wang"))
        .containsExactly(
            new AccountView(
                "wang",
                List.of("unit"),
                Optional.of("municipal-works"),
                List.of("east"),
                false,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void units_and_areas_must_be_on_the_citys_books() {
    refused(422, "ZL-3124", () -> create(rights("wang", "municipal-wroks", "east")));
    refused(422, "ZL-3125", () -> create(rights("wang", "municipal-works", "esat")));
    assertThat(desk.accounts().find("wang")).isEmpty();
    AccountResource early = new AccountResource(desk, new CityRegister());
    AccountBody wang = rights("wang", "municipal-works");
    refused(503, "ZL-3126", () -> early.create(wang, null, ADA));
    early.create(body("olivia", "operator"), null, ADA);
    assertThat(desk.accounts().find("olivia")).as("needs no books").isPresent();
  }
}
