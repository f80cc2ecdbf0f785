package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;
import org.zhili.access.internal.passwords.PasswordPolicy.Weakness;
import org.zhili.data.DatabaseFailure;

/** Who gets in with which password, and how it is changed. */
class LoginsTest extends AccountsFixture {
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
    dear.accounts().lock("olivia", true);
    long locked = allocated(() -> dear.logins().check("olivia", PASSWORD, HERE));
    assertThat((double) locked / wrong).as("locked, and its right password").isBetween(0.9, 1.1);
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
}
