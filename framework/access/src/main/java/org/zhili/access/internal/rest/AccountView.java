package org.zhili.access.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.internal.accounts.Account;
import org.zhili.access.internal.tokens.Subject;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/**
 * An account as it is shown.
 *
 * @param areas areas it is limited to; none means the whole city
 * @param locked it opens nothing until it is unlocked
 * @param subject who its owner is at the identity provider
 * @param lastLogin when its owner was there last; absent when nobody has written it down
 */
public record AccountView(
    String name,
    List<String> roles,
    Optional<String> unit,
    List<String> areas,
    boolean locked,
    Optional<SubjectView> subject,
    Optional<Instant> lastLogin) {
  /** Somebody at an identity provider. */
  public record SubjectView(String issuer, String subject) {
    static SubjectView of(Subject of) {
      return new SubjectView(of.issuer(), of.id());
    }
  }

  static AccountView of(Account account) {
    return of(account, account.roles());
  }

  /** The same for its owner: with the roles that open anything. */
  static AccountView own(Account account) {
    return of(account, account.viewer().roles());
  }

  private static AccountView of(Account account, Set<String> roles) {
    return new AccountView(
        account.name(),
        roles.stream().sorted().toList(),
        account.unit().map(UnitId::value),
        account.areas().stream().map(AreaId::value).sorted().toList(),
        account.locked(),
        account.subject().map(SubjectView::of),
        account.lastLogin());
  }

  /** The same without what changes by itself: a login is no change that one has to have seen. */
  AccountView settled() {
    return new AccountView(name, roles, unit, areas, locked, subject, Optional.empty());
  }
}
