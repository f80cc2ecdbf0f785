package org.zhili.sheets;

import java.util.List;
import org.zhili.text.Wording;

/** A list as a sheet: what it is called, and its columns from left to right. */
public record Table<T>(Wording name, List<Column<T>> columns) {
  public Table {
    columns = List.copyOf(columns);
  }
}
