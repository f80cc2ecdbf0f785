package org.zhili.access.internal.accounts;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.access.internal.tokens.BearerTokens.Held;
import org.zhili.access.internal.tokens.Provider.Link;
import org.zhili.access.internal.tokens.Subject;
import org.zhili.data.Database;

/**
 * Who the owners of accounts are at the identity provider. A name that somebody has left is given
 * to somebody else there; a subject is not. Thread-safe.
 */
public final class Subjects {
  private final Database database;

  public Subjects(Database database) {
    this.database = database;
  }

  /** What came of saying who an account's owner is. */
  public sealed interface Linking {
    record Done() implements Linking {}

    /** There is no such account. */
    record Unknown() implements Linking {}

    /** Another account has this subject. */
    record Taken(String account) implements Linking {}
  }

  /** Say who an account's owner is at the provider; empty when nobody says any more. */
  public Linking link(String account, Optional<Subject> subject) {
    return database.inTransaction(
        entities -> {
          AccountEntity row = entities.find(AccountEntity.class, account);
          if (row == null) {
            return new Linking.Unknown();
          }
          Optional<AccountEntity> owner = subject.flatMap(one -> row(entities, one));
          if (owner.filter(other -> !other.name().equals(account)).isPresent()) {
            return new Linking.Taken(owner.get().name());
          }
          row.link(
              subject.map(Subject::issuer).orElse(null), subject.map(Subject::id).orElse(null));
          return new Linking.Done();
        });
  }

  /** The account that a token opens; throws a problem when it is none. */
  static AccountEntity opened(EntityManager entities, Held held, Link link) {
    Optional<AccountEntity> linked = held.subject().flatMap(one -> row(entities, one));
    if (link == Link.SUBJECT) {
      return linked.orElseThrow(
          () -> Trouble.TOKEN_OF_NO_SUBJECT.problem(held.subject().map(Subject::id).orElse("")));
    }
    String name = held.account().orElse("");
    AccountEntity named =
        Optional.ofNullable(entities.find(AccountEntity.class, name))
            .orElseThrow(() -> Trouble.TOKEN_OF_NO_ACCOUNT.problem(name));
    // neither who has come to an account's name, nor who has an account and another name now
    Optional<String> expected = of(named).map(subject -> name);
    if (!linked.map(AccountEntity::name).equals(expected)) {
      throw Trouble.TOKEN_OF_ANOTHER.problem(name);
    }
    return named;
  }

  private static Optional<AccountEntity> row(EntityManager entities, Subject subject) {
    return entities
        .createQuery(
            "from AccountEntity a where a.issuer = :issuer and a.subject = :subject",
            AccountEntity.class)
        .setParameter("issuer", subject.issuer())
        .setParameter("subject", subject.id())
        .getResultStream()
        .findFirst();
  }

  static Optional<Subject> of(AccountEntity row) {
    return Optional.ofNullable(row.issuer())
        .flatMap(issuer -> Optional.ofNullable(row.subject()).map(id -> new Subject(issuer, id)));
  }
}
