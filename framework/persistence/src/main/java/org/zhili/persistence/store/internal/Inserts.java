package org.zhili.persistence.store.internal;

/** Puts inserts of many rows together, as each product says them. */
final class Inserts {
  private Inserts() {}

  /** Insert rows; one whose key is there already fails. */
  static <T> String into(Sql sql, String table, Bulk<T> bulk) {
    String insert = "insert into " + table + " (" + bulk.names() + ") ";
    return sql.of(insert + "values (" + bulk.row() + ")", insert + "select * from " + bulk.rows());
  }

  /** Insert rows; one whose key is there already is passed over. */
  static <T> String unlessThere(Sql sql, String table, Bulk<T> bulk) {
    return into(sql, table, bulk) + " on conflict do nothing";
  }
}
