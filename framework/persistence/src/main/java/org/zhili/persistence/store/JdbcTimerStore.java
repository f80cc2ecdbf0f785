package org.zhili.persistence.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.core.timer.DeadTimer;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.timer.Waiting;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Sql;
import org.zhili.persistence.store.internal.Texts;
import org.zhili.persistence.store.internal.TimerClaiming;

/**
 * Timers in a table that all nodes claim from.
 *
 * <p>Claims of several nodes pass each other, as {@link TimerClaiming} says. Nobody takes a row
 * before its {@code held_until}, the end of a lease or of a pause; both run by the clock of the
 * database.
 */
public final class JdbcTimerStore implements TimerStore {
  private static final int ERROR_LENGTH = 2_000;
  private static final int MISSING_LENGTH = 400;

  private static final String ADD =
      "insert into core_timer (kind, timer_key, lane, due_at) values (?, ?, ?, ?)"
          + " on conflict do nothing";

  private static final String ENSURE =
      "insert into core_timer (kind, timer_key, lane, due_at)"
          + " select cast(? as varchar), cast(? as varchar), cast(? as varchar),"
          + " cast(? as timestamp(6) with time zone)"
          + " where not exists (select 1 from core_timer there"
          + " where there.kind = ? and there.timer_key = ? and there.died_at is null)"
          + " on conflict do nothing";

  private static final String CANCEL =
      "delete from core_timer where kind = ? and timer_key = ? and died_at is null"
          + " and (slot = 0 or held_until <= current_timestamp)";

  /** Only whoever took a timer last, and has not given it back, still holds it. */
  private static final String HELD =
      " where id = ? and fence = ? and slot <> 0 and died_at is null";

  private static final String GIVE_BACK_POSTGRESQL =
      "update core_timer set slot = 0, attempts = attempts - ?, error = ?, missing = ?,"
          + " held_until = clock_timestamp() + ? * interval '1 millisecond'";

  private static final String GIVE_BACK_H2 =
      "update core_timer set slot = 0, attempts = attempts - ?, error = ?, missing = ?,"
          + " held_until = dateadd(millisecond, ?, current_timestamp)";

  private static final String NOBODY_WAITS =
      " and not exists (select 1 from core_timer other where other.kind = core_timer.kind"
          + " and other.timer_key = core_timer.timer_key and other.slot = 0)";

  private final Sql sql;
  private final TimerClaiming claiming;

  public JdbcTimerStore(Database database) {
    this.sql = new Sql(database);
    this.claiming = new TimerClaiming(sql);
  }

  @Override
  public void add(NewTimer timer) {
    sql.update(ADD, timer.kind(), timer.key(), lane(timer), timer.dueAt());
  }

  @Override
  public void ensure(NewTimer timer) {
    sql.update(
        ENSURE, timer.kind(), timer.key(), lane(timer), timer.dueAt(), timer.kind(), timer.key());
  }

  private static Optional<String> lane(NewTimer timer) {
    return Optional.of(timer.lane()).filter(name -> !name.isEmpty());
  }

  @Override
  public void cancel(String kind, String key) {
    sql.update(CANCEL, kind, key);
  }

  @Override
  public void hasten(String kind, String key, Instant dueAt) {
    sql.update(
        "update core_timer set due_at = ?"
            + " where kind = ? and timer_key = ? and slot = 0 and due_at > ?",
        dueAt,
        kind,
        key,
        dueAt);
  }

  @Override
  public List<TimerClaim> claim(
      Set<String> kinds, Instant now, Duration lease, int limit, Set<Long> except) {
    return claiming.claim(kinds, now, lease, limit, except);
  }

  /** What its holder is just ending needs no renewal, and nobody waits for that. */
  @Override
  public boolean renew(TimerClaim claim, Duration lease) {
    String renew =
        sql.of(
            "update core_timer set held_until = dateadd(millisecond, ?, current_timestamp)" + HELD,
            "update core_timer"
                + " set held_until = clock_timestamp() + ? * interval '1 millisecond'"
                + " where id in (select id from core_timer"
                + HELD
                + " for update skip locked)");
    return sql.update(renew, lease.toMillis(), claim.id(), claim.fence()) == 1
        || sql.row(
                "select id from core_timer" + HELD,
                row -> row.number("id"),
                claim.id(),
                claim.fence())
            .isPresent();
  }

  @Override
  public boolean complete(TimerClaim claim) {
    return sql.update("delete from core_timer" + HELD, claim.id(), claim.fence()) == 1;
  }

  @Override
  public void giveBack(TimerClaim claim, Duration pause, String error) {
    giveBack(claim, 0, pause, error, Optional.empty());
  }

  @Override
  public void postpone(TimerClaim claim, Duration pause, String why) {
    giveBack(claim, 1, pause, why, Optional.empty());
  }

  @Override
  public void await(TimerClaim claim, Duration pause, Missing missing) {
    String what = Texts.storable(missing.toString(), MISSING_LENGTH);
    giveBack(claim, 1, pause, what, Optional.of(what));
  }

  private void giveBack(
      TimerClaim claim, int uncounted, Duration pause, String why, Optional<String> missing) {
    sql.together(
        () -> {
          int waits =
              sql.update(
                  sql.of(GIVE_BACK_H2, GIVE_BACK_POSTGRESQL) + HELD + NOBODY_WAITS,
                  uncounted,
                  Texts.storable(why, ERROR_LENGTH),
                  missing,
                  pause.toMillis(),
                  claim.id(),
                  claim.fence());
          return waits == 1 || complete(claim);
        });
  }

  @Override
  public void hurry() {
    sql.update("update core_timer set held_until = null where slot = 0 and held_until is not null");
  }

  @Override
  public void bury(TimerClaim claim, Instant at, String error) {
    sql.update(
        "update core_timer set held_until = null, due_at = null, died_at = ?, error = ?" + HELD,
        at,
        Texts.storable(error, ERROR_LENGTH),
        claim.id(),
        claim.fence());
  }

  @Override
  public List<DeadTimer> dead(int limit) {
    return sql.rows(
        "select id, kind, timer_key, attempts, error, died_at from core_timer"
            + " where died_at is not null order by died_at desc, id desc limit ?",
        row ->
            new DeadTimer(
                row.number("id"),
                row.text("kind"),
                row.text("timer_key"),
                row.count("attempts"),
                row.text("error"),
                row.time("died_at")),
        limit);
  }

  @Override
  public boolean revive(long id, Instant now) {
    return sql.together(
        () -> {
          int waits =
              sql.update(
                  "update core_timer set slot = 0, due_at = ?, died_at = null, attempts = 0,"
                      + " missing = null"
                      + " where id = ? and died_at is not null"
                      + NOBODY_WAITS,
                  now,
                  id);
          return waits == 1
              || sql.update("delete from core_timer where id = ? and died_at is not null", id) == 1;
        });
  }

  @Override
  public long waiting(Instant now) {
    return sql.row(
            "select count(*) as timers from core_timer where due_at <= ?"
                + " and (slot = 0 or held_until <= current_timestamp)",
            row -> row.number("timers"),
            now)
        .orElse(0L);
  }

  @Override
  public List<Waiting> missing(Instant now, int limit) {
    return sql.rows(
        "select missing, count(*) as timers from core_timer where due_at <= ? and slot = 0"
            + " and missing is not null group by missing order by timers desc, missing limit ?",
        row -> new Waiting(Missing.parse(row.text("missing")), row.number("timers")),
        now,
        limit);
  }
}
