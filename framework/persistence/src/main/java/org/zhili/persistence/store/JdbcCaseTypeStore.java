package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.core.casework.CaseTypeStore;
import org.zhili.core.casework.TypePresence;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;

/** Case types as the JSON people write them in. */
public final class JdbcCaseTypeStore implements CaseTypeStore {
  private static final String INSERT =
      "insert into core_type_presence (type_id, seen_at, by_module, here_until) values (?, ?, ";

  private static final String UNLESS_THERE = " on conflict do nothing";

  private static final String UNTIL_H2 = "dateadd(millisecond, ?, current_timestamp)";

  private static final String UNTIL_POSTGRESQL = "clock_timestamp() + ? * interval '1 millisecond'";

  private static final String PRESENCE =
      "select type_id, by_module, seen_at, here_until > current_timestamp as here"
          + " from core_type_presence where type_id = ?";

  private final Sql sql;

  public JdbcCaseTypeStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public void keep(CaseType type) {
    sql.together(
        () -> {
          int written =
              sql.update(
                  "insert into core_case_type (id, version, content) values (?, ?, ?)"
                      + " on conflict do nothing",
                  type.id(),
                  type.version(),
                  CaseTypeJson.write(type));
          if (written == 0 && !find(type.ref()).equals(Optional.of(type))) {
            throw new IllegalArgumentException(
                "case type " + type.ref() + " was kept with other content; give it a new version");
          }
          return written;
        });
  }

  @Override
  public void here(Set<String> types, Instant at, Duration lease) {
    sql.together(
        () -> {
          sorted(types).forEach(type -> here(type, at, lease.toMillis()));
          return types.size();
        });
  }

  private void here(String type, Instant at, long lease) {
    String until = sql.of(UNTIL_H2, UNTIL_POSTGRESQL);
    String again =
        "update core_type_presence set by_module = true, seen_at = greatest(seen_at, ?),"
            + " here_until = greatest(here_until, "
            + until
            + ") where type_id = ?";
    if (sql.update(again, at, lease, type) == 0) {
      sql.update(INSERT + "true, " + until + ")" + UNLESS_THERE, type, at, lease);
    }
  }

  @Override
  public void notHere(Set<String> types, Instant at) {
    sql.together(
        () -> {
          sorted(types).forEach(type -> notHere(type, at));
          return types.size();
        });
  }

  private void notHere(String type, Instant at) {
    String left = "update core_type_presence set seen_at = greatest(seen_at, ?) where type_id = ?";
    if (sql.update(left, at, type) == 0) {
      sql.update(INSERT + "false, current_timestamp)" + UNLESS_THERE, type, at);
    }
  }

  /** Always in the same order, so that nodes do not wait for each other in a circle. */
  private static List<String> sorted(Set<String> types) {
    return types.stream().sorted().toList();
  }

  @Override
  public Optional<TypePresence> presence(String type) {
    return sql.row(PRESENCE, JdbcCaseTypeStore::presence, type);
  }

  @Override
  public Optional<TypePresence> presenceHeld(String type) {
    return sql.write(PRESENCE + " for update", JdbcCaseTypeStore::presence, type).stream()
        .findFirst();
  }

  private static TypePresence presence(Row row) throws SQLException {
    return new TypePresence(
        row.text("type_id"), row.truth("by_module"), row.truth("here"), row.time("seen_at"));
  }

  @Override
  public Optional<CaseType> find(CaseTypeRef ref) {
    return sql.row(
        "select content from core_case_type where id = ? and version = ?",
        row -> CaseTypeJson.restore(row.text("content")),
        ref.id(),
        ref.version());
  }
}
