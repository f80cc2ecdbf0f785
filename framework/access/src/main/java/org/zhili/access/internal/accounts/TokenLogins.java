package org.zhili.access.internal.accounts;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zhili.access.Role;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Sessions.Session;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.access.internal.tables.EndedTokenEntity;
import org.zhili.access.internal.tokens.BearerTokens;
import org.zhili.access.internal.tokens.BearerTokens.Held;
import org.zhili.access.internal.tokens.Provider;
import org.zhili.data.Database;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.FoldedAudit;

/**
 * Lets people in by tokens of the city's identity provider. A token only says who comes: what they
 * may do is what the town's own account of that name may, read anew for every request. It opens no
 * administrator's account: whoever runs the provider can make tokens of anybody. The audit has one
 * line of each token, when it is first seen, and of those well signed that are refused.
 * Thread-safe.
 */
public final class TokenLogins {
  private static final int REMEMBERED = 10_000;
  private static final int NAMED = 12;
  private static final int LONGEST_NAME = 40;

  private final Database database;
  private final AccountBook accounts;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final FoldedAudit refusals;
  private final Set<String> seen =
      Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));
  private volatile Optional<Trusted> trusted = Optional.empty();

  /**
   * Set up; nobody is trusted.
   *
   * @param nanoTime real time, as {@link System#nanoTime()}
   */
  public TokenLogins(
      Database database, AccountBook accounts, InstantSource clock, LongSupplier nanoTime) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.refusals = new FoldedAudit(nanoTime);
  }

  private record Trusted(Provider provider, BearerTokens tokens) {}

  /** Take tokens of this provider, or none, from now on. */
  public synchronized void trust(Optional<Provider> provider) {
    if (!provider.equals(trusted.map(Trusted::provider))) {
      String issuer = provider.map(Provider::issuer).orElse("-");
      Audit.note(
          Role.SYSTEM, "provider.trusted", issuer, provider.map(TokenLogins::told).orElse(""));
      trusted = provider.map(one -> new Trusted(one, new BearerTokens(one, clock, nanoTime)));
    }
  }

  private static String told(Provider one) {
    return "keys %s, audience %s, claim %s, link %s, near %s"
        .formatted(
            one.keys(),
            one.audience(),
            one.accountClaim(),
            one.link(),
            one.hosts().stream().sorted().toList());
  }

  /** Whose tokens are taken. */
  public Optional<String> issuer() {
    return trusted.map(one -> one.provider().issuer());
  }

  /** Whether this is a token for {@link #find}, rather than one of a session. */
  public boolean takes(String token) {
    return trusted.isPresent() && BearerTokens.isSigned(token);
  }

  /**
   * Who sends a token, which throws a problem when it does not hold.
   *
   * @param network where it came from
   */
  public Session find(String token, String network) {
    try {
      return enter(token, network);
    } catch (ProblemException e) {
      trusted
          .flatMap(one -> one.tokens().claimed(token))
          .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
          .ifPresent(name -> refusals.note(name, "login.failed", network, e.problem().code()));
      throw e;
    }
  }

  /** The same, where {@link #find} comes after a refusal and writes it down. */
  public Session enter(String token, String network) {
    Session session = look(token);
    String fingerprint = session.fingerprint();
    if (seen.add(fingerprint)) {
      String what = "token " + fingerprint.substring(0, NAMED);
      Audit.note(session.account().name(), "login", network, what);
      accounts.loggedIn(session.account().name());
    }
    return session;
  }

  /** The same, of one that was let in before. */
  public Session look(String token) {
    Trusted by = trusted.orElseThrow(Trouble.BAD_TOKEN::problem);
    Held held = by.tokens().check(token);
    return database.read(
        entities -> {
          if (entities.find(EndedTokenEntity.class, held.fingerprint()) != null) {
            throw Trouble.TOKEN_ENDED.problem();
          }
          AccountEntity row = Subjects.opened(entities, held, by.provider().link());
          Account account = Account.of(row);
          if (account.locked()) {
            throw Trouble.TOKEN_ACCOUNT_LOCKED.problem();
          } else if (Separation.isAdministrators(account.roles())) {
            throw Trouble.TOKEN_OF_ADMINISTRATOR.problem();
          } else if (!row.takes(held.fingerprint(), held.issuedAt())) {
            throw Trouble.TOKEN_OF_BEFORE.problem();
          }
          return new Session(held.fingerprint(), account, held.expiresAt());
        });
  }

  /** Take a token no more, and forget those that are over. */
  public void end(Session session) {
    database.run(
        entities -> {
          entities
              .createQuery("delete from EndedTokenEntity t where t.expiresAt <= :past")
              .setParameter("past", clock.instant().minus(BearerTokens.LEEWAY))
              .executeUpdate();
          if (entities.find(EndedTokenEntity.class, session.fingerprint()) == null) {
            entities.persist(new EndedTokenEntity(session.fingerprint(), session.expiresAt()));
          }
        });
  }

  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
