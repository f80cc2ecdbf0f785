package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerStore;

/** How nodes take timers: each skips the rows another is just taking. */
public final class TimerClaiming {
  private static final int LOOK_AHEAD = 4;

  /**
   * Due, held by nobody, and the first of its lane that was not set aside. The kind is put so that
   * no index serves it: H2 would read all timers of the kind rather than those that are due.
   */
  private static final String FREE =
      "select t.id, t.kind, t.timer_key, t.due_at, t.attempts, t.fence from core_timer t"
          + " where t.due_at <= ? and substring(t.kind from 1) = any(?) and not t.id = any(?)"
          + " and (t.held_until is null or t.held_until <= current_timestamp)"
          + " and (t.lane is null or not exists (select 1 from core_timer before"
          + " where before.lane = t.lane and before.id < t.id and before.due_at is not null))"
          + " order by t.due_at, t.id limit ?";

  private static final String CLAIM_POSTGRESQL =
      "with free as materialized ("
          + FREE
          + " for update of t skip locked)"
          + " update core_timer c set attempts = c.attempts + 1, fence = c.fence + 1, slot = c.id,"
          + " held_until = clock_timestamp() + ? * interval '1 millisecond'"
          + " from free where c.id = free.id"
          + " returning c.id, c.kind, c.timer_key, c.due_at, c.attempts, c.fence";

  private static final String LOCK_H2 =
      "select id, kind, timer_key, due_at, attempts, fence from core_timer"
          + " where id = any(?) and due_at <= ?"
          + " and (held_until is null or held_until <= current_timestamp)"
          + " order by due_at, id limit ? for update skip locked";

  private static final String CLAIM_H2 =
      "update core_timer set attempts = attempts + 1, fence = fence + 1, slot = id,"
          + " held_until = dateadd(millisecond, ?, current_timestamp) where id = ?";

  private final Sql sql;

  public TimerClaiming(Sql sql) {
    this.sql = sql;
  }

  /** Take timers as {@link TimerStore#claim} says. */
  public List<TimerClaim> claim(
      Set<String> kinds, Instant now, Duration lease, int limit, Set<Long> except) {
    if (sql.onPostgres()) {
      List<TimerClaim> claims =
          new ArrayList<>(
              sql.write(
                  CLAIM_POSTGRESQL,
                  TimerClaiming::claim,
                  now,
                  kinds,
                  except,
                  limit,
                  lease.toMillis()));
      claims.sort(Comparator.comparing(TimerClaim::dueAt).thenComparing(TimerClaim::id));
      return claims;
    }
    // looking further than the limit finds some that nobody else is just taking
    List<Long> free =
        sql.rows(FREE, TimerClaiming::claim, now, kinds, except, limit * LOOK_AHEAD).stream()
            .map(TimerClaim::id)
            .toList();
    return free.isEmpty() ? List.of() : sql.together(() -> lockAndClaim(free, now, lease, limit));
  }

  /**
   * Lock what was found first and claim it: H2 answers no rows from an update, and a query that
   * locks rows reads all that are due.
   */
  private List<TimerClaim> lockAndClaim(List<Long> free, Instant now, Duration lease, int limit) {
    List<TimerClaim> locked = sql.write(LOCK_H2, TimerClaiming::claim, free, now, limit);
    sql.batch(
        CLAIM_H2,
        locked.stream().map(timer -> new Object[] {lease.toMillis(), timer.id()}).toList());
    return locked.stream()
        .map(
            t ->
                new TimerClaim(
                    t.id(), t.kind(), t.key(), t.dueAt(), t.attempts() + 1, t.fence() + 1))
        .toList();
  }

  private static TimerClaim claim(Row row) throws SQLException {
    return new TimerClaim(
        row.number("id"),
        row.text("kind"),
        row.text("timer_key"),
        row.time("due_at"),
        row.count("attempts"),
        row.number("fence"));
  }
}
