package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.access.internal.passwords.PasswordPolicy;
import org.zhili.access.internal.passwords.PasswordPolicy.Weakness;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.security.Audit;

/**
 * Checks who somebody is. A name that does not exist takes as long and is answered the same as a
 * wrong password.
 */
public final class Logins {
  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

  private final AccountBook accounts;
  private final Sessions sessions;
  private final PasswordHashing hashing;
  private final Attempts attempts;
  private final String nobodys;

  public Logins(
      AccountBook accounts, Sessions sessions, PasswordHashing hashing, Attempts attempts) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.hashing = hashing;
    this.attempts = attempts;
    this.nobodys = hashing.hash("nobody has this password");
  }

  /** What came of giving a name and a password. */
  public sealed interface Check {
    record Right(Account account) implements Check {}

    /** No such account, or not its password, or it is locked; nobody is told which. */
    record Wrong() implements Check {}

    /** Too many have failed; nothing was checked. */
    record Locked(Duration pause) implements Check {}
  }

  /** What came of choosing another password. */
  public sealed interface Change {
    record Changed() implements Change {}

    /** The old password was not given, or must wait; as with a login. */
    record Refused(Check why) implements Change {}

    record Weak(Weakness weakness) implements Change {}

    /** The new password is the old one. */
    record Same() implements Change {}
  }

  /**
   * Check a password.
   *
   * @param address where it came from, as far as attempts are counted
   */
  public Check check(String name, String password, String address) {
    String account = name.toLowerCase(Locale.ROOT);
    Optional<Duration> locked = attempts.attempt(account, address);
    if (locked.isPresent()) {
      return new Check.Locked(locked.get());
    }
    Optional<String> hash = accounts.hash(account);
    boolean right = hashing.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    Optional<Account> found =
        right ? accounts.find(account).filter(known -> !known.locked()) : Optional.empty();
    if (found.isEmpty()) {
      attempts.failed(hash.map(known -> account), address);
      return new Check.Wrong();
    }
    attempts.succeeded(account, address);
    besides(() -> accounts.loggedIn(account));
    hash.filter(hashing::outdated)
        .ifPresent(old -> besides(() -> accounts.renew(account, password, old)));
    return new Check.Right(found.get());
  }

  /** The password was right, whether or not something can be written of it now. */
  private static void besides(Runnable work) {
    try {
      work.run();
    } catch (DatabaseFailure e) {
      LOG.debug("what a login changes of its account is written at another", e);
    }
  }

  /** Open a session for somebody whose password was right. */
  public Sessions.Opened open(Check.Right right, String address) {
    return open(right, address, false);
  }

  /** The same, in a browser. */
  public Sessions.Opened browse(Check.Right right, String address) {
    return open(right, address, true);
  }

  private Sessions.Opened open(Check.Right right, String address, boolean browser) {
    Sessions.Opened opened = sessions.open(right.account(), browser);
    Audit.note(right.account().name(), "login", address, "");
    return opened;
  }

  /** Choose another password; the session it is done in goes on, all others end. */
  public Change change(Sessions.Session session, String old, String next, String address) {
    String name = session.account().name();
    Check check = check(name, old, address);
    if (!(check instanceof Check.Right)) {
      return new Change.Refused(check);
    }
    if (old.equals(next)) {
      return new Change.Same();
    }
    Supplier<Change> chosen =
        () -> {
          accounts.choose(name, next, session.fingerprint());
          Audit.note(name, "password.changed", name, address);
          return new Change.Changed();
        };
    return PasswordPolicy.judge(name, next).<Change>map(Change.Weak::new).orElseGet(chosen);
  }
}
