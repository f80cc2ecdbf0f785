package org.zhili.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.zhili.access.internal.accounts.Account;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.access.internal.accounts.Logins;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.access.internal.accounts.Sessions.Lifetimes;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;
import org.zhili.access.internal.tables.AccessSchema;
import org.zhili.data.Database;
import org.zhili.persistence.ConnectionPool;
import org.zhili.persistence.Durability;
import org.zhili.persistence.JdbcUrl;
import org.zhili.persistence.PersistenceEngine;

/** Accounts over an H2 database of their own, with clocks that stand still. */
public final class TestAccess implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
  public static final String HERE = "203.0.113.7";
  public static final Cost LIGHT = new Cost(64, 1, 1);

  private final Path folder;
  private final ConnectionPool pool;
  private final PersistenceEngine engine;
  private final Database database;
  private final AtomicLong nanos = new AtomicLong();
  private volatile Instant now = START;

  /** An empty database in this folder. */
  public TestAccess(Path folder) {
    this.folder = folder;
    JdbcUrl url = new JdbcUrl("jdbc:h2:file:" + folder.resolve("town"));
    pool = ConnectionPool.open(url, "sa", "", ConnectionPool.SMALLEST);
    engine =
        new PersistenceEngine(
            pool.dataSource(), url.vendor(), Durability.NONE, InstantSource.fixed(START));
    database = engine.open(new AccessSchema()).database();
  }

  public Database database() {
    return database;
  }

  public Path firstLogins() {
    return folder.resolve("first-logins.txt");
  }

  /** The file that asks for another administrator. */
  public Path wayBack() {
    return folder.resolve("reset-administrator");
  }

  /** A desk as it is after a start of the town. */
  public AccessDesk desk() {
    return desk(firstLogins(), LIGHT);
  }

  public AccessDesk desk(Path file, Cost cost) {
    return new AccessDesk(
        database,
        new AccessSettings(Lifetimes.DEFAULT, cost, file, wayBack(), Optional.empty()),
        () -> now,
        nanos::get);
  }

  /** Let time pass on the wall, for sessions. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Let real time pass, for lockouts. */
  public void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** The one-time password in the file of first logins. */
  public String firstPassword(String name) {
    try {
      return Files.readAllLines(firstLogins()).stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An account whose owner has chosen this password. */
  public static Account account(AccessDesk desk, String name, String password, String... roles) {
    return account(desk, new Draft(name, Set.of(roles), Optional.empty(), Set.of()), password);
  }

  /** The same, perhaps of a unit or for some areas. */
  public static Account account(AccessDesk desk, Draft draft, String password) {
    Fresh fresh = desk.accounts().create(draft).orElseThrow();
    Sessions.Session session = login(desk, draft.name(), fresh.password()).session();
    Logins.Change change = desk.logins().change(session, fresh.password(), password, HERE);
    if (!(change instanceof Logins.Change.Changed)) {
      throw new IllegalStateException(change.toString());
    }
    desk.sessions().end(session);
    return desk.accounts().find(draft.name()).orElseThrow();
  }

  /** Log in with the right password. */
  public static Sessions.Opened login(AccessDesk desk, String name, String password) {
    Logins.Check check = desk.logins().check(name, password, HERE);
    if (check instanceof Logins.Check.Right right) {
      return desk.logins().open(right, HERE);
    }
    throw new IllegalStateException(check.toString());
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
