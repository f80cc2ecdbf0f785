package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.access.internal.TestAccess.login;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.data.DatabaseFailure;

class FirstLoginsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void a_town_without_accounts_gets_five_each_with_a_password_of_its_own() {
    AccessDesk desk = access.desk();
    assertThat(desk.accounts().all())
        .extracting(Account::name)
        .containsExactly("admin", "audit", "operator", "security", "supervisor");
    assertThat(desk.accounts().all()).allMatch(Account::mustChangePassword);
    assertThat(account(desk, "admin").roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(account(desk, "security").roles()).containsExactly(Role.SECURITY_ADMINISTRATOR);
    assertThat(account(desk, "audit").roles()).containsExactly(Role.AUDIT_ADMINISTRATOR);
    assertThat(account(desk, "operator").roles()).containsExactly(Role.OPERATOR);
    assertThat(account(desk, "supervisor").roles()).containsExactly(Role.SUPERVISOR);
    assertThat(access.firstPassword("admin")).isNotEqualTo(access.firstPassword("operator"));
  }

  private static Account account(AccessDesk desk, String name) {
    return desk.accounts().find(name).orElseThrow();
  }

  @Test
  void the_passwords_in_the_file_open_the_accounts() {
    AccessDesk desk = access.desk();
    for (String name : new String[] {"admin", "security", "audit", "operator", "supervisor"}) {
      assertThat(login(desk, name, access.firstPassword(name)).session().account().name())
          .isEqualTo(name);
    }
  }

  @Test
  void the_file_explains_itself_in_both_languages() throws Exception {
    access.desk();
    assertThat(Files.readAllLines(access.firstLogins()))
        .hasSize(7)
        .first()
        .asString()
        .contains("一次性密码");
    assertThat(Files.readString(access.firstLogins())).contains("one-time passwords");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobody_else_can_read_the_file_and_no_draft_stays_behind() throws Exception {
    access.desk();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(access.firstLogins())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("first-logins"))
          .containsExactly("first-logins.txt");
    }
  }

  @Test
  void it_happens_once() throws Exception {
    access.desk();
    String password = access.firstPassword("admin");
    Files.delete(access.firstLogins());
    AccessDesk again = access.desk();
    assertThat(access.firstLogins()).doesNotExist();
    assertThat(again.accounts().all()).hasSize(5);
    assertThat(login(again, "admin", password).session().account().name()).isEqualTo("admin");
  }

  @Test
  void when_the_passwords_cannot_be_told_no_account_is_made() throws Exception {
    Path file = Files.createFile(folder.resolve("in-the-way"));
    assertThatThrownBy(() -> access.desk(file.resolve("logins.txt"), TestAccess.LIGHT))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("in-the-way");
    assertThat(access.desk().accounts().all()).as("at the next start").hasSize(5);
    assertThat(access.firstLogins()).exists();
  }

  @Test
  void when_the_answer_to_the_commit_is_lost_the_passwords_are_not() {
    assertThatThrownBy(() -> make(DatabaseFailure.Kind.UNAVAILABLE))
        .isInstanceOf(DatabaseFailure.class);
    AccessDesk desk = access.desk();
    assertThat(login(desk, "admin", access.firstPassword("admin")).session().account().name())
        .isEqualTo("admin");
  }

  @Test
  void passwords_that_open_nothing_are_thrown_away() {
    assertThatThrownBy(() -> make(DatabaseFailure.Kind.OTHER)).isInstanceOf(DatabaseFailure.class);
    assertThat(access.firstLogins()).doesNotExist();
  }

  private void make(DatabaseFailure.Kind heard) {
    AccountBook accounts =
        new AccountBook(
            access.database(),
            new PasswordHashing(TestAccess.LIGHT),
            InstantSource.fixed(TestAccess.START));
    new FirstLogins(
            new LostAnswer(access.database(), heard),
            accounts,
            new LoginsFile(access.firstLogins()))
        .make();
  }
}
