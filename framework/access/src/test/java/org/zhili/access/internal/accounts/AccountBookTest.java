package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.AccountBook.Alteration;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/** What accounts are and who may take them away. */
class AccountBookTest extends AccountsFixture {
  @Test
  void whoever_reads_the_tables_finds_neither_tokens_nor_passwords() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    String everything = dump("access_account") + dump("access_session");
    assertThat(everything).contains("olivia", "$argon2id$").doesNotContain(token, PASSWORD);
    assertThat(desk.sessions().find(everything.lines().findFirst().orElseThrow())).isEmpty();
  }

  @Test
  void a_reset_password_must_be_changed_and_ends_all_sessions() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened before = login(desk, "olivia", PASSWORD);
    Fresh fresh = desk.accounts().reset("olivia").orElseThrow();
    assertThat(desk.sessions().find(before.token())).isEmpty();
    assertThat(desk.logins().check("olivia", PASSWORD, HERE)).isEqualTo(new Logins.Check.Wrong());
    assertThat(login(desk, "olivia", fresh.password()).session().account().mustChangePassword())
        .isTrue();
    assertThat(desk.accounts().reset("nobody")).isEmpty();
  }

  @Test
  void an_account_that_was_removed_is_out_at_once() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened opened = login(desk, "olivia", PASSWORD);
    assertThat(desk.accounts().remove("olivia")).isEqualTo(Alteration.DONE);
    assertThat(desk.sessions().find(opened.token())).isEmpty();
    assertThat(desk.accounts().remove("olivia")).isEqualTo(Alteration.UNKNOWN);
  }

  @Test
  void the_last_administrator_stays() {
    assertThat(desk.accounts().remove("security")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
    create("ada", Role.SECURITY_ADMINISTRATOR);
    assertThat(desk.accounts().remove("security")).isEqualTo(Alteration.DONE);
    assertThat(desk.accounts().remove("ada")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
  }

  @Test
  void an_administrator_of_some_areas_cannot_stand_in_for_the_whole_citys() {
    Draft eastern =
        new Draft(
            "eastern",
            Set.of(Role.SECURITY_ADMINISTRATOR),
            Optional.empty(),
            Set.of(new AreaId("east")));
    desk.accounts().create(eastern);
    assertThat(desk.accounts().remove("security")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
    assertThat(desk.accounts().remove("eastern")).isEqualTo(Alteration.DONE);
  }

  @Test
  void two_administrators_cannot_remove_each_other_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String one = "one-" + round;
        String two = "two-" + round;
        create(one, Role.SECURITY_ADMINISTRATOR);
        create(two, Role.SECURITY_ADMINISTRATOR);
        desk.accounts().all().stream()
            .filter(account -> account.has(Role.SECURITY_ADMINISTRATOR))
            .filter(account -> !List.of(one, two).contains(account.name()))
            .forEach(account -> desk.accounts().remove(account.name()));
        threads.invokeAll(
            List.of(() -> desk.accounts().remove(one), () -> desk.accounts().remove(two)));
        assertThat(desk.accounts().all())
            .filteredOn(account -> account.has(Role.SECURITY_ADMINISTRATOR))
            .hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void an_account_keeps_its_unit_and_areas() {
    Draft draft =
        new Draft(
            "wang",
            Set.of(Role.UNIT, "grid-worker"),
            Optional.of(new UnitId("municipal-works")),
            Set.of(new AreaId("east"), new AreaId("west")));
    desk.accounts().create(draft);
    Account account = desk.accounts().find("wang").orElseThrow();
    assertThat(account.viewer().unit()).contains(new UnitId("municipal-works"));
    assertThat(account.viewer().roles()).containsExactlyInAnyOrder("unit", "grid-worker");
    assertThat(account.areas()).containsExactlyInAnyOrder(new AreaId("east"), new AreaId("west"));
    assertThat(desk.accounts().create(draft)).as("the name is taken").isEmpty();
  }
}
