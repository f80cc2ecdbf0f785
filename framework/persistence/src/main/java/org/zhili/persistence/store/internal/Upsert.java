package org.zhili.persistence.store.internal;

import java.util.Collections;
import java.util.List;

/** Writes a row whether or not there is one with its key, as each product says it. */
public final class Upsert {
  private Upsert() {}

  /**
   * Put the statement together.
   *
   * @param columns the key first
   */
  public static String into(Sql sql, String table, List<String> columns) {
    String names = String.join(", ", columns);
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String key = columns.get(0);
    List<String> changes =
        columns.stream().skip(1).map(column -> column + " = excluded." + column).toList();
    return sql.of(
        "merge into " + table + " (" + names + ") key (" + key + ") values (" + values + ")",
        "insert into "
            + table
            + " ("
            + names
            + ") values ("
            + values
            + ") on conflict ("
            + key
            + ") do update set "
            + String.join(", ", changes));
  }
}
