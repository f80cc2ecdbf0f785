package org.zhili.persistence.store.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.ingest.FollowUp;
import org.zhili.persistence.store.internal.Bulk.Kind;

/** Which batches were written, and what work is owed because of them. */
public final class BatchTable {
  private static final Bulk<FollowUp> FOLLOW_UPS =
      new Bulk<FollowUp>()
          .with("kind", Kind.TEXT, FollowUp::kind)
          .with("timer_key", Kind.TEXT, FollowUp::key)
          .with("lane", Kind.TEXT, BatchTable::lane)
          .with("due_at", Kind.TIME, FollowUp::dueAt);

  /** Ids grow with time, so the oldest are found without an index on time. */
  private static final String FORGET =
      "delete from core_ingest_batch where id in (select id from core_ingest_batch"
          + " order by id limit 2000) and written_at < current_timestamp - interval '2' day";

  private final Sql sql;
  private final String owe;

  public BatchTable(Sql sql) {
    this.sql = sql;
    this.owe = Inserts.unlessThere(sql, "core_timer", FOLLOW_UPS);
  }

  private static Optional<String> lane(FollowUp followUp) {
    return Optional.of(followUp.lane()).filter(name -> !name.isEmpty());
  }

  /** Note that a batch is written; false when it was already. */
  public boolean begin(UUID id) {
    return sql.update("insert into core_ingest_batch (id) values (?) on conflict do nothing", id)
        == 1;
  }

  /** Write timers, unless one of its kind and key is waiting already. */
  public void owe(List<FollowUp> followUps) {
    sql.bulk(FOLLOW_UPS, owe, followUps);
  }

  /** Forget some of the batches of before yesterday. */
  public int forgetOld() {
    return sql.update(FORGET);
  }
}
