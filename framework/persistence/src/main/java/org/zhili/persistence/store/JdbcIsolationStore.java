package org.zhili.persistence.store;

import java.time.Instant;
import java.util.Set;
import org.zhili.core.plugin.IsolationStore;
import org.zhili.core.plugin.Named;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Availability;
import org.zhili.persistence.store.internal.Sql;

/** Keeps a row for each plug-in that is isolated. */
public final class JdbcIsolationStore implements IsolationStore {
  private final Sql sql;

  public JdbcIsolationStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public Set<Named> isolated() {
    return Availability.told(
        () ->
            Set.copyOf(
                sql.rows(
                    "select kind, plugin from core_isolated",
                    row -> new Named(row.text("kind"), row.text("plugin")))));
  }

  @Override
  public void isolate(Named name, String by, Instant at) {
    Availability.told(
        () ->
            sql.update(
                "insert into core_isolated (kind, plugin, isolated_by, isolated_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing",
                name.kind(),
                name.id(),
                by,
                at));
  }

  @Override
  public void release(Named name) {
    Availability.told(
        () ->
            sql.update(
                "delete from core_isolated where kind = ? and plugin = ?", name.kind(), name.id()));
  }
}
