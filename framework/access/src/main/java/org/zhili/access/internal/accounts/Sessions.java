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

  /** Not every request has to write. */
  private static final Duration SEEN_LATELY = Duration.ofMinutes(1);

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
   * @param idle since the last request
   */
  public record Lifetimes(Duration whole, Duration idle) {
    public static final Lifetimes DEFAULT =
        new Lifetimes(Duration.ofHours(12), Duration.ofHours(2));
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

  /** Open a session, and forget those that are over. */
  Opened open(Account account) {
    String token = secrets.token();
    String fingerprint = Secrets.fingerprint(token);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(lifetimes.whole());
    database.run(
        entities -> {
          entities
              .createQuery(
                  "delete from SessionEntity s where s.expiresAt <= :now or s.seenAt <= :idle")
              .setParameter("now", now)
              .setParameter("idle", now.minus(lifetimes.idle()))
              .executeUpdate();
          entities.persist(new SessionEntity(fingerprint, account.name(), expiresAt, now));
        });
    return new Opened(token, new Session(fingerprint, account, expiresAt));
  }

  /** The session of a token, as long as it holds; this counts as a request. */
  public Optional<Session> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    String fingerprint = Secrets.fingerprint(token);
    Instant now = clock.instant();
    Optional<Row> row =
        database.read(
            entities ->
                Optional.ofNullable(entities.find(SessionEntity.class, fingerprint))
                    .filter(session -> holds(session, now))
                    .flatMap(
                        session ->
                            Optional.ofNullable(
                                    entities.find(AccountEntity.class, session.account()))
                                .map(
                                    account ->
                                        new Row(session(session, account), session.seenAt()))));
    row.filter(found -> found.seenAt().plus(SEEN_LATELY).isBefore(now))
        .ifPresent(found -> seen(fingerprint, now));
    return row.map(Row::session);
  }

  private record Row(Session session, Instant seenAt) {}

  private static Session session(SessionEntity session, AccountEntity account) {
    return new Session(session.tokenHash(), AccountBook.account(account), session.expiresAt());
  }

  private boolean holds(SessionEntity session, Instant now) {
    return now.isBefore(session.expiresAt())
        && now.isBefore(session.seenAt().plus(lifetimes.idle()));
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
