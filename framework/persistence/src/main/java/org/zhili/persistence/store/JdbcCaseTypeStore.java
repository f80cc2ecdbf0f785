package org.zhili.persistence.store;

import java.util.Optional;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.core.casework.CaseTypeStore;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Sql;

/** Case types as the JSON people write them in. */
public final class JdbcCaseTypeStore implements CaseTypeStore {
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
  public Optional<CaseType> find(CaseTypeRef ref) {
    return sql.row(
        "select content from core_case_type where id = ? and version = ?",
        row -> CaseTypeJson.restore(row.text("content")),
        ref.id(),
        ref.version());
  }
}
