package org.zhili.access.internal.accounts;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.zhili.access.internal.tables.AccountEntity;

/**
 * Ends what an account is open with: its sessions, and tokens of the identity provider that were
 * made before. Whoever changes an account wants nobody to go on with it who came in before.
 */
final class Endings {
  /** Of what nothing goes on. */
  static final String NOTHING = "";

  private Endings() {}

  /**
   * End all.
   *
   * @param keep fingerprint of the session or token that goes on, {@link #NOTHING} for none
   */
  static void end(EntityManager entities, AccountEntity account, Instant now, String keep) {
    account.endTokens(now, keep);
    entities
        .createQuery("delete from SessionEntity s where s.account = :name and s.tokenHash <> :keep")
        .setParameter("name", account.name())
        .setParameter("keep", keep)
        .executeUpdate();
  }
}
