package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Alteration;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;
import org.zhili.access.internal.passwords.PasswordPolicy.Weakness;
import org.zhili.data.DatabaseFailure;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

class LoginsTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void the_right_password_opens_a_session_and_the_token_finds_it() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened opened = login(desk, "olivia", PASSWORD);
    assertThat(desk.sessions().find(opened.token()))
        .hasValueSatisfying(
            session -> {
              assertThat(session.account().name()).isEqualTo("olivia");
              assertThat(session.account().has(Role.OPERATOR)).isTrue();
              assertThat(session.expiresAt())
                  .isEqualTo(TestAccess.START.plus(Duration.ofHours(12)));
            });
  }

  @Test
  void a_wrong_password_and_a_name_nobody_has_are_answered_the_same() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Logins.Check wrong = desk.logins().check("olivia", "wrong horse", HERE);
    assertThat(wrong).isEqualTo(new Logins.Check.Wrong());
    assertThat(desk.logins().check("nobody", PASSWORD, HERE)).isEqualTo(wrong);
    assertThat(desk.logins().check("nobody", "nobody has this password", HERE)).isEqualTo(wrong);
    assertThat(desk.logins().check("no'; drop table access_account", "x", HERE)).isEqualTo(wrong);
  }

  /** Time is not measured: the memory that Argon2 fills is what an answer costs. */
  @Test
  void a_name_nobody_has_costs_as_much_as_a_wrong_password() {
    AccessDesk dear = access.desk(access.firstLogins(), new Cost(4096, 1, 1));
    account(dear, "olivia", PASSWORD, Role.OPERATOR);
    long wrong = allocated(() -> dear.logins().check("olivia", "wrong horse", HERE));
    long unknown = allocated(() -> dear.logins().check("nobody", "wrong horse", HERE));
    assertThat(wrong).isGreaterThan(4096 * 1024);
    assertThat((double) unknown / wrong).isBetween(0.9, 1.1);
  }

  private static long allocated(Callable<?> work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      assertThat(work.call()).isEqualTo(new Logins.Check.Wrong());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void where_a_name_is_locked_its_password_is_not_even_checked() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    for (int i = 0; i < 5; i++) {
      desk.logins().check("olivia", "wrong horse", "198.51.100.9");
    }
    assertThat(desk.logins().check("olivia", PASSWORD, "198.51.100.9"))
        .isEqualTo(new Logins.Check.Locked(Duration.ofSeconds(30)));
    assertThat(desk.logins().check("olivia", PASSWORD, "198.51.100.10"))
        .as("from elsewhere")
        .isInstanceOf(Logins.Check.Right.class);
    access.wait(Duration.ofSeconds(30));
    assertThat(desk.logins().check("olivia", PASSWORD, "198.51.100.9"))
        .isInstanceOf(Logins.Check.Right.class);
  }

  @Test
  void of_many_guesses_at_once_no_more_than_the_free_ones_are_checked() throws Exception {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Logins.Check> checks = new ArrayList<>();
    try {
      List<Callable<Logins.Check>> guesses = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String address = "198.51.100." + i % 4;
        guesses.add(() -> desk.logins().check("olivia", "guess", address));
      }
      for (var check : threads.invokeAll(guesses)) {
        checks.add(check.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(checks).filteredOn(Logins.Check.Wrong.class::isInstance).hasSize(20);
    assertThat(checks).filteredOn(Logins.Check.Locked.class::isInstance).hasSize(180);
  }

  @Test
  void a_session_ends_after_twelve_hours_whatever_is_done_in_it() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    for (int hour = 1; hour < 12; hour++) {
      access.pass(Duration.ofHours(1));
      assertThat(desk.sessions().find(token)).as("after %d h", hour).isPresent();
    }
    access.pass(Duration.ofHours(1));
    assertThat(desk.sessions().find(token)).isEmpty();
  }

  @Test
  void a_session_nothing_is_asked_in_ends_after_two_hours() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    access.pass(Duration.ofMinutes(119));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofMinutes(119));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofHours(2));
    assertThat(desk.sessions().find(token)).isEmpty();
  }

  @Test
  void sessions_that_are_over_are_forgotten() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    login(desk, "olivia", PASSWORD);
    login(desk, "olivia", PASSWORD);
    assertThat(rows("access_session")).isEqualTo(2);
    access.pass(Duration.ofHours(13));
    login(desk, "olivia", PASSWORD);
    assertThat(rows("access_session")).isEqualTo(1);
  }

  @Test
  void a_session_that_was_ended_is_over_and_others_go_on() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened one = login(desk, "olivia", PASSWORD);
    Sessions.Opened other = login(desk, "olivia", PASSWORD);
    desk.sessions().end(one.session());
    assertThat(desk.sessions().find(one.token())).isEmpty();
    assertThat(desk.sessions().find(other.token())).isPresent();
  }

  @Test
  void whoever_reads_the_tables_finds_neither_tokens_nor_passwords() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    String everything = dump("access_account") + dump("access_session");
    assertThat(everything).contains("olivia", "$argon2id$").doesNotContain(token, PASSWORD);
    assertThat(desk.sessions().find(everything.lines().findFirst().orElseThrow())).isEmpty();
  }

  @Test
  void what_is_no_token_finds_nothing() {
    for (String token : List.of("", "x", "a".repeat(43), "a".repeat(10_000), "' or 1=1 --")) {
      assertThat(desk.sessions().find(token)).isEmpty();
    }
  }

  @Test
  void who_chooses_a_password_stays_logged_in_here_and_is_logged_out_elsewhere() {
    Fresh fresh = create("olivia", Role.OPERATOR);
    Sessions.Opened here = login(desk, "olivia", fresh.password());
    Sessions.Opened there = login(desk, "olivia", fresh.password());
    assertThat(here.session().account().mustChangePassword()).isTrue();
    assertThat(change(here, fresh.password(), PASSWORD)).isEqualTo(new Logins.Change.Changed());
    assertThat(desk.sessions().find(here.token()))
        .hasValueSatisfying(s -> assertThat(s.account().mustChangePassword()).isFalse());
    assertThat(desk.sessions().find(there.token())).isEmpty();
    assertThat(desk.logins().check("olivia", fresh.password(), HERE))
        .isEqualTo(new Logins.Check.Wrong());
    assertThat(login(desk, "olivia", PASSWORD).session().account().mustChangePassword()).isFalse();
  }

  @Test
  void a_password_is_not_changed_to_a_weak_one_the_same_or_without_the_old() {
    Fresh fresh = create("olivia", Role.OPERATOR);
    Sessions.Opened opened = login(desk, "olivia", fresh.password());
    assertThat(change(opened, fresh.password(), "short"))
        .isEqualTo(new Logins.Change.Weak(Weakness.TOO_SHORT));
    assertThat(change(opened, fresh.password(), fresh.password()))
        .isEqualTo(new Logins.Change.Same());
    assertThat(change(opened, "wrong", PASSWORD))
        .isEqualTo(new Logins.Change.Refused(new Logins.Check.Wrong()));
    assertThat(login(desk, "olivia", fresh.password()).session().account().mustChangePassword())
        .isTrue();
  }

  @Test
  void the_old_password_is_not_guessed_in_a_stolen_session() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened stolen = login(desk, "olivia", PASSWORD);
    for (int i = 0; i < 5; i++) {
      change(stolen, "guess " + i, "another horse");
    }
    assertThat(change(stolen, PASSWORD, "another horse"))
        .isEqualTo(new Logins.Change.Refused(new Logins.Check.Locked(Duration.ofSeconds(30))));
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
    assertThat(desk.accounts().remove("admin")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
    create("ada", Role.ADMINISTRATOR);
    assertThat(desk.accounts().remove("admin")).isEqualTo(Alteration.DONE);
    assertThat(desk.accounts().remove("ada")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
  }

  @Test
  void an_administrator_of_some_areas_cannot_stand_in_for_the_whole_citys() {
    Draft eastern =
        new Draft(
            "eastern", Set.of(Role.ADMINISTRATOR), Optional.empty(), Set.of(new AreaId("east")));
    desk.accounts().create(eastern);
    assertThat(desk.accounts().remove("admin")).isEqualTo(Alteration.LAST_ADMINISTRATOR);
    assertThat(desk.accounts().remove("eastern")).isEqualTo(Alteration.DONE);
  }

  @Test
  void two_administrators_cannot_remove_each_other_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String one = "one-" + round;
        String two = "two-" + round;
        create(one, Role.ADMINISTRATOR);
        create(two, Role.ADMINISTRATOR);
        desk.accounts().all().stream()
            .filter(account -> account.has(Role.ADMINISTRATOR))
            .filter(account -> !List.of(one, two).contains(account.name()))
            .forEach(account -> desk.accounts().remove(account.name()));
        threads.invokeAll(
            List.of(() -> desk.accounts().remove(one), () -> desk.accounts().remove(two)));
        assertThat(desk.accounts().all())
            .filteredOn(account -> account.has(Role.ADMINISTRATOR))
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

  @Test
  void a_login_brings_the_hash_to_todays_cost() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    AccessDesk dearer = access.desk(access.firstLogins(), new Cost(128, 2, 1));
    assertThat(dump("access_account")).doesNotContain("m=128,t=2,p=1");
    login(dearer, "olivia", PASSWORD);
    assertThat(dump("access_account")).contains("m=128,t=2,p=1");
    assertThat(login(dearer, "olivia", PASSWORD).session().account().mustChangePassword())
        .isFalse();
  }

  @Test
  void a_login_is_right_though_somebody_else_changed_the_account_meanwhile() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    PasswordHashing dearer = new PasswordHashing(new Cost(128, 2, 1));
    AccountBook accounts =
        new AccountBook(
            new LostAnswer(access.database(), DatabaseFailure.Kind.CONFLICT),
            dearer,
            () -> TestAccess.START);
    Attempts attempts = new Attempts(new Lockouts(() -> 0), () -> 0);
    Logins logins = new Logins(accounts, desk.sessions(), dearer, attempts);
    assertThat(logins.check("olivia", PASSWORD, HERE)).isInstanceOf(Logins.Check.Right.class);
  }

  private Logins.Change change(Sessions.Opened opened, String old, String next) {
    return desk.logins().change(opened.session(), old, next, HERE);
  }

  private Fresh create(String name, String... roles) {
    return desk.accounts()
        .create(new Draft(name, Set.of(roles), Optional.empty(), Set.of()))
        .orElseThrow();
  }

  private long rows(String table) {
    return dump(table).lines().count();
  }

  private String dump(String table) {
    return access
        .database()
        .readJdbc(
            connection -> {
              StringBuilder all = new StringBuilder();
              try (var statement = connection.createStatement();
                  var rows = statement.executeQuery("select * from " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                  for (int i = 1; i <= columns; i++) {
                    all.append(rows.getString(i)).append(' ');
                  }
                  all.append('\n');
                }
              }
              return all.toString();
            });
  }
}
