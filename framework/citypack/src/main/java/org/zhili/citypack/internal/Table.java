package org.zhili.citypack.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A CSV file with a header row, its rows in the order of the file. */
record Table(List<Row> rows) {
  static final Table NONE = new Table(List.of());

  Table {
    rows = List.copyOf(rows);
  }

  /** The columns a file must have, and those it may leave out. */
  record Columns(List<String> required, List<String> optional) {}

  /** The words of a column that names each row; a repeated one is reported at its later row. */
  Set<String> ids(String column) {
    Set<String> ids = new HashSet<>();
    for (Row row : rows) {
      row.word(column)
          .filter(id -> !ids.add(id))
          .ifPresent(id -> row.fault(column, Problem.ID_TWICE, column, id));
    }
    return ids;
  }
}
