package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.access.internal.TestAccess.login;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.security.Audit;

class WayBackTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private TestAccess access;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(before);
    access.close();
  }

  @Test
  void who_has_lost_the_only_password_gets_another_security_administrator_at_the_next_start()
      throws Exception {
    access.desk();
    Files.delete(access.firstLogins());
    Files.createFile(access.wayBack());

    AccessDesk again = access.desk();
    assertThat(access.wayBack()).doesNotExist();
    Account made =
        login(again, "security-2", access.firstPassword("security-2")).session().account();
    assertThat(made.makesAccounts()).isTrue();
    assertThat(made.mustChangePassword()).isTrue();
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains(
            Audit.NAME
                + " - by=\"system\" action=account.made subject=\"security-2\""
                + " detail=\"reset-administrator\"")
        .doesNotContain(access.firstPassword("security-2"));
  }

  @Test
  void it_happens_once_and_changes_nothing_else() throws Exception {
    AccessDesk desk = access.desk();
    TestAccess.account(desk, "ada", "correct horse", "administrator");
    Files.createFile(access.wayBack());
    access.desk();
    AccessDesk later = access.desk();
    assertThat(later.accounts().all())
        .extracting(Account::name)
        .containsExactly(
            "ada", "admin", "audit", "operator", "security", "security-2", "supervisor");
    assertThat(login(later, "ada", "correct horse").session().account().name()).isEqualTo("ada");
    assertThat(login(later, "operator", access.firstPassword("operator")).token())
        .as("passwords that nobody has used yet are still in the file")
        .isNotEmpty();
  }

  @Test
  void a_town_that_nobody_asks_stays_as_it_is() {
    access.desk();
    assertThat(access.desk().accounts().all()).hasSize(5);
  }

  @Test
  void when_the_password_cannot_be_told_nobody_is_made_and_the_next_start_tries_again()
      throws Exception {
    access.desk();
    Files.createFile(access.wayBack());
    Path file = Files.createFile(folder.resolve("in-the-way")).resolve("logins.txt");
    assertThat(access.desk(file, TestAccess.LIGHT).accounts().all()).hasSize(5);
    assertThat(written.toString(StandardCharsets.UTF_8)).contains("ZL-3122");

    assertThat(access.desk().accounts().all()).hasSize(6);
    assertNothingIsAskedForAnyMore();
  }

  @Test
  void who_kills_the_town_in_the_middle_of_it_is_let_in_at_the_next_start() throws Exception {
    access.desk();
    Files.createFile(access.wayBack());
    assertThatThrownBy(() -> wayBack(killed()).open()).isInstanceOf(Kill.class);

    assertThat(access.desk().accounts().all()).hasSize(6);
    assertNothingIsAskedForAnyMore();
  }

  @Test
  void a_file_that_cannot_be_removed_makes_nobody_at_any_start() throws Exception {
    access.desk();
    Path inIt = access.wayBack().resolve("in-it");
    Files.createDirectories(inIt);

    assertThat(access.desk().accounts().all()).hasSize(5);
    assertThat(access.desk().accounts().all()).hasSize(5);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("ZL-3123", access.wayBack().toString(), "无法删除", "cannot be removed");

    Files.delete(inIt);
    assertThat(access.desk().accounts().all()).hasSize(6);
    assertNothingIsAskedForAnyMore();
  }

  @Test
  void nor_does_one_that_a_killed_town_has_left() throws Exception {
    access.desk();
    Files.createDirectories(folder.resolve(WayBack.MARKER + ".taken").resolve("in-it"));

    assertThat(access.desk().accounts().all()).hasSize(5);
    assertThat(access.desk().accounts().all()).hasSize(5);
  }

  @Test
  void a_password_that_opens_nothing_is_taken_out_of_the_file_again() throws Exception {
    access.desk();
    List<String> before = Files.readAllLines(access.firstLogins());
    Files.createFile(access.wayBack());
    wayBack(new LostAnswer(access.database(), DatabaseFailure.Kind.OTHER)).open();
    assertThat(Files.readAllLines(access.firstLogins())).isEqualTo(before);

    Files.delete(access.firstLogins());
    wayBack(new LostAnswer(access.database(), DatabaseFailure.Kind.OTHER)).open();
    assertThat(access.firstLogins()).doesNotExist();
  }

  @Test
  void when_the_answer_to_the_commit_is_lost_the_password_is_not() throws Exception {
    access.desk();
    Files.createFile(access.wayBack());
    wayBack(new LostAnswer(access.database(), DatabaseFailure.Kind.UNAVAILABLE)).open();
    assertThat(login(access.desk(), "security-2", access.firstPassword("security-2")).token())
        .isNotEmpty();
  }

  /** What no code of the town's catches. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A database in whose work the town is killed. */
  private static Database killed() {
    return (Database)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {Database.class},
            (proxy, method, arguments) -> {
              throw new Kill();
            });
  }

  private WayBack wayBack(Database database) {
    AccountBook accounts =
        new AccountBook(
            access.database(),
            new PasswordHashing(TestAccess.LIGHT),
            InstantSource.fixed(TestAccess.START));
    return new WayBack(database, accounts, new LoginsFile(access.firstLogins()), access.wayBack());
  }

  private void assertNothingIsAskedForAnyMore() {
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(WayBack.MARKER));
  }
}
