package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.AccountsCheckup;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.core.town.Doctor;
import org.zhili.core.town.QuietTown;

/** A town of the time when one administrator did everything. */
class SuccessorsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    AccountBook older = older();
    older.create(
        new Draft("li", Set.of(Role.ADMINISTRATOR, Role.OPERATOR), Optional.empty(), Set.of()));
    older.create(new Draft("security", Set.of(Role.OPERATOR), Optional.empty(), Set.of()));
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void it_gets_the_two_others_once_and_keeps_its_accounts_as_they_are() throws Exception {
    AccessDesk desk = access.desk();
    assertThat(desk.accounts().all())
        .extracting(Account::name)
        .containsExactly("audit", "li", "security", "security-2");
    assertThat(desk.accounts().find("li").orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.OPERATOR);
    Account made =
        login(desk, "security-2", access.firstPassword("security-2")).session().account();
    assertThat(made.makesAccounts()).isTrue();
    assertThat(made.mustChangePassword()).isTrue();
    assertThat(login(desk, "audit", access.firstPassword("audit")).session().account().roles())
        .containsExactly(Role.AUDIT_ADMINISTRATOR);

    Files.delete(access.firstLogins());
    assertThat(access.desk().accounts().all()).hasSize(4);
    assertThat(access.firstLogins()).doesNotExist();
  }

  @Test
  void when_their_passwords_cannot_be_told_the_town_opens_and_the_next_start_tries_again()
      throws Exception {
    Path file = Files.createFile(folder.resolve("in-the-way")).resolve("logins.txt");
    assertThat(access.desk(file, TestAccess.LIGHT).accounts().all()).hasSize(2);
    assertThat(access.desk().accounts().all()).hasSize(4);
  }

  @Test
  void the_doctor_tells_of_accounts_that_have_more_than_an_administrators_role() {
    AccessDesk desk = access.desk();
    AccountsCheckup checkup = new AccountsCheckup(desk);
    try (QuietTown city = new QuietTown()) {
      assertThat(new Doctor(city.town()).look())
          .filteredOn(found -> found.code().equals("ZL-3218"))
          .singleElement()
          .satisfies(found -> assertThat(city.town().render(found.why()).en()).contains("li"));
      checkup.close();
      assertThat(new Doctor(city.town()).look()).noneMatch(f -> f.code().equals("ZL-3218"));
    }
  }

  @Test
  void nodes_that_start_together_make_one_of_each() {
    AccountBook accounts = older();
    List<Account> seen = accounts.all();
    Successors one = new Successors(access.database(), accounts, file("one"));
    Successors other = new Successors(access.database(), accounts, file("other"));
    assertThat(one.make(seen)).containsExactly("security-2", "audit");
    assertThat(other.make(seen)).as("it saw them missing").isEmpty();
    assertThat(accounts.all()).hasSize(4);
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void who_is_two_of_the_three_is_none_of_them_and_is_succeeded() {
    AccountBook older = older();
    older.remove("security");
    older.create(
        new Draft(
            "wang",
            Set.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR, Role.OPERATOR),
            Optional.empty(),
            Set.of()));
    AccountBook accounts = access.desk().accounts();
    Account wang = accounts.find("wang").orElseThrow();
    assertThat(wang.viewer().roles()).containsExactly(Role.OPERATOR);
    assertThat(wang.makesAccounts()).isFalse();
    assertThat(accounts.find("li").orElseThrow().viewer().roles())
        .as("one of the three beside business goes on")
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.OPERATOR);
    assertThat(accounts.all())
        .extracting(Account::name)
        .containsExactly("audit", "li", "security", "wang");
  }

  @Test
  void the_doctor_tells_which_of_the_three_nobody_is() {
    AccessDesk desk = access.desk();
    desk.accounts().remove("li");
    assertThat(desk.accounts().find("li")).as("the last administrator stays").isPresent();
    access
        .database()
        .run(
            entities ->
                entities
                    .createQuery("delete from AccountEntity a where a.name = 'li'")
                    .executeUpdate());
    AccountsCheckup checkup = new AccountsCheckup(desk);
    try (QuietTown city = new QuietTown()) {
      assertThat(new Doctor(city.town()).look())
          .filteredOn(found -> found.code().equals("ZL-3251"))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.level()).isEqualTo(Doctor.Level.FAULT);
                assertThat(city.town().render(found.why()).en()).contains("is: administrator.");
              });
    } finally {
      checkup.close();
    }
  }

  private AccountBook older() {
    return new AccountBook(
        access.database(),
        new PasswordHashing(TestAccess.LIGHT),
        InstantSource.fixed(TestAccess.START));
  }

  private LoginsFile file(String name) {
    return new LoginsFile(folder.resolve(name));
  }

  @Test
  void who_is_an_audit_administrator_already_stays_the_one() {
    AccountBook accounts = access.desk().accounts();
    accounts.create(
        new Draft("grace", Set.of(Role.SECURITY_ADMINISTRATOR), Optional.empty(), Set.of()));
    assertThat(access.desk().accounts().all()).hasSize(5);
  }
}
