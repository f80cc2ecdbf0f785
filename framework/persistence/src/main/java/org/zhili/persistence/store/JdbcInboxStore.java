package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.inbox.InboxStore;
import org.zhili.core.inbox.Stranger;
import org.zhili.data.Database;
import org.zhili.id.NetworkId;
import org.zhili.persistence.store.internal.Availability;
import org.zhili.persistence.store.internal.Conditions;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/** Finds strangers in the quarantine; only who was dismissed is written down. */
public final class JdbcInboxStore implements InboxStore {
  private static final String STRANGERS =
      " from (select name, network, min(topic) as topic, count(*) as messages,"
          + " min(received_at) as first_seen, max(received_at) as last_seen from"
          + " (select device as name, null as network, topic, received_at from core_quarantine q"
          + " where kind <> 'MALFORMED' and network is null and device is not null"
          + " and not exists (select 1 from core_device d where d.id = q.device)"
          + " union all"
          + " select f.network as name, f.network, topic, received_at from core_quarantine_from f"
          + " join core_quarantine q on q.id = f.message"
          + " where not exists (select 1 from core_device d where d.network = f.network)) heard"
          + " group by name, network) s";

  private static final String NOT_DISMISSED =
      "not exists (select 1 from core_dismissed gone where gone.name = s.name)";

  private final Sql sql;

  public JdbcInboxStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<Stranger> strangers(Optional<String> after, int limit) {
    Conditions wanted = new Conditions().and(NOT_DISMISSED);
    after.ifPresent(name -> wanted.and("name > ?", name));
    return Availability.told(
        () ->
            sql.rows(
                "select *" + STRANGERS + wanted.where() + " order by name limit ?",
                JdbcInboxStore::stranger,
                wanted.arguments(limit)));
  }

  @Override
  public Optional<Stranger> stranger(String name) {
    // one a network speaks for goes before one that took its name for an id of its own
    return Availability.told(
        () ->
            sql.row(
                "select *" + STRANGERS + " where name = ? order by network nulls last limit 1",
                JdbcInboxStore::stranger,
                name));
  }

  @Override
  public int count(int most) {
    return Availability.told(
        () ->
            sql.row(
                    "select count(*) as strangers from (select name"
                        + STRANGERS
                        + " where "
                        + NOT_DISMISSED
                        + " limit ?) waiting",
                    row -> row.count("strangers"),
                    most)
                .orElse(0));
  }

  @Override
  public void dismiss(String name, String by, Instant at) {
    Availability.told(
        () ->
            sql.update(
                "insert into core_dismissed (name, dismissed_by, dismissed_at) values (?, ?, ?)"
                    + " on conflict do nothing",
                name,
                by,
                at));
  }

  @Override
  public void recall(String name) {
    Availability.told(() -> sql.update("delete from core_dismissed where name = ?", name));
  }

  private static Stranger stranger(Row row) throws SQLException {
    return new Stranger(
        row.text("name"),
        row.maybe("network").map(NetworkId::new),
        row.text("topic"),
        row.number("messages"),
        row.time("first_seen"),
        row.time("last_seen"));
  }
}
