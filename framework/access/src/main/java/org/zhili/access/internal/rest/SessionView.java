package org.zhili.access.internal.rest;

import java.time.Instant;
import java.util.Optional;
import org.zhili.access.internal.accounts.Sessions;

/**
 * A session.
 *
 * @param token shown once, when the session is opened
 * @param expiresAt when it ends at the latest
 * @param mustChangePassword nothing but choosing a password is possible
 */
public record SessionView(
    Optional<String> token, Instant expiresAt, AccountView account, boolean mustChangePassword) {
  static SessionView of(Sessions.Opened opened) {
    return of(Optional.of(opened.token()), opened.session());
  }

  static SessionView of(Optional<String> token, Sessions.Session session) {
    return new SessionView(
        token,
        session.expiresAt(),
        AccountView.own(session.account()),
        session.account().mustChangePassword());
  }

  @Override
  public String toString() {
    return "SessionView[" + account.name() + "]";
  }
}
