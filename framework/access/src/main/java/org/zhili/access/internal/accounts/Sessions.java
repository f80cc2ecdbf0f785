package org.zhili.access.internal.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhili.access.internal.passwords.Secrets;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.access.internal.tables.SessionEntity;
import org.zhili.data.Database;

/**
 * Sessions under opaque tokens. Kept are fingerprints only; what an account may do is read anew for
 * every request, so that what an administrator takes away is gone at once.
 */
public final class Sessions {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Not every request has to write; where sessions are short, more of them do. */
  private static final Duration SEEN_LATELY = Duration.ofMinutes(1);

  private static final int OF_IDLE_TIME = 4;

  private final Database database;
  private volatile Lifetimes lifetimes;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();

  public Sessions(Database database, Lifetimes lifetimes, InstantSource clock) {
    this.database = database;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * How long sessions last.
   *
   * @param whole since login, whatever is done
   * @param idle since a program's last request
   * @param browser since the last request in a browser that a person made
   * @param display since a display was logged in, which is never idle
   */
  public record Lifetimes(Duration whole, Duration idle, Duration browser, Duration display) {
    public static final Lifetimes DEFAULT =
        new Lifetimes(
            Duration.ofHours(12), Duration.ofHours(2), Duration.ofMinutes(30), Duration.ofDays(7));
  }

  public Lifetimes lifetimes() {
    return lifetimes;
  }

  /** Let sessions last otherwise. Those that are open keep their end, but not their idle time. */
  public void last(Lifetimes other) {
    lifetimes = other;
  }

  /** A session that holds. */
  public record Session(String fingerprint, Account account, Instant expiresAt) {}

  /** A session that was just opened, and the token to be shown once. */
  public record Opened(String token, Session session) {
    @Override
    public String toString() {
      return "Opened[" + session.account().name() + "]";
    }
  }

  /**
   * Open a session, and forget those that are over.
   *
   * @param browser whether a browser keeps it, rather than a program
   */
  Opened open(Account account, boolean browser) {
    String token = secrets.token();
    String fingerprint = Secrets.fingerprint(token);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(account.isDisplay() ? lifetimes.display() : lifetimes.whole());
    // nobody touches a display: it counts as seen until its end
    Instant seenAt = account.isDisplay() ? expiresAt : now;
    database.run(
        entities -> {
          entities
              .createQuery(
                  "delete from SessionEntity s where s.expiresAt <= :now or s.seenAt <= :idle"
                      + " or (s.browser = true and s.seenAt <= :left)")
              .setParameter("now", now)
              .setParameter("idle", now.minus(lifetimes.idle()))
              .setParameter("left", now.minus(lifetimes.browser()))
              .executeUpdate();
          entities.persist(
              new SessionEntity(fingerprint, account.name(), expiresAt, seenAt, browser));
        });
    return new Opened(token, new Session(fingerprint, account, expiresAt));
  }

  /** The session of a token, as long as it holds; this counts as a request. */
  public Optional<Session> find(String token) {
    Instant now = clock.instant();
    Optional<Row> row = row(token, now);
    row.filter(found -> found.seenAt().plus(lately(found.browser())).isBefore(now))
        .ifPresent(found -> seen(found.session().fingerprint(), now));
    return row.map(Row::session);
  }

  private Duration lately(boolean browser) {
    Duration part = idle(browser).dividedBy(OF_IDLE_TIME);
    return part.compareTo(SEEN_LATELY) < 0 ? part : SEEN_LATELY;
  }

  /** The same, for what nobody asked for just now: it leaves the session as idle as it was. */
  public Optional<Session> look(String token) {
    return row(token, clock.instant()).map(Row::session);
  }

  private Optional<Row> row(String token, Instant now) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    String fingerprint = Secrets.fingerprint(token);
    return database.read(
        entities ->
            Optional.ofNullable(entities.find(SessionEntity.class, fingerprint))
                .filter(session -> holds(session, now))
                .flatMap(
                    session ->
                        Optional.ofNullable(entities.find(AccountEntity.class, session.account()))
                            .filter(account -> !account.locked())
                            .map(account -> row(session, account))));
  }

  private record Row(Session session, Instant seenAt, boolean browser) {}

  private static Row row(SessionEntity session, AccountEntity account) {
    return new Row(session(session, account), session.seenAt(), session.browser());
  }

  private static Session session(SessionEntity session, AccountEntity account) {
    return new Session(session.tokenHash(), Account.of(account), session.expiresAt());
  }

  private boolean holds(SessionEntity session, Instant now) {
    return now.isBefore(session.expiresAt())
        && now.isBefore(session.seenAt().plus(idle(session.browser())));
  }

  private Duration idle(boolean browser) {
    return browser ? lifetimes.browser() : lifetimes.idle();
  }

  private void seen(String fingerprint, Instant now) {
    database.run(
        entities ->
            Optional.ofNullable(entities.find(SessionEntity.class, fingerprint))
                .ifPresent(session -> session.seen(now)));
  }

  /** End a session. */
  public void end(Session session) {
    database.run(
        entities ->
            Optional.ofNullable(entities.find(SessionEntity.class, session.fingerprint()))
                .ifPresent(entities::remove));
  }
}
