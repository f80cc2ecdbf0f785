package org.zhili.persistence.store;

import org.zhili.core.town.TownStores;
import org.zhili.data.Database;

/** Sets up everything a town keeps its books in. */
public final class DatabaseStores {
  private DatabaseStores() {}

  /**
   * Lay all stores over one database.
   *
   * @param database that of {@link CoreSchema}
   */
  public static TownStores of(Database database) {
    return new TownStores(
        new DatabaseTransactions(database),
        new JpaCaseStore(database),
        new JdbcCaseTypeStore(database),
        new JdbcTraceStore(database),
        new JdbcTimerStore(database),
        new JpaReviewStore(database),
        new JdbcOrderStore(database),
        new JdbcRegisterStore(database),
        new JdbcCredentialStore(database),
        new JpaScoreStore(database),
        new JdbcIngestStore(database),
        new JdbcQuarantineStore(database),
        new JdbcInboxStore(database),
        new JdbcIsolationStore(database),
        new JdbcAlertStore(database),
        new JdbcAuditStore(database),
        new JdbcIdempotencyStore(database),
        new JdbcAttachmentStore(database),
        new JdbcEditionStore(database));
  }
}
