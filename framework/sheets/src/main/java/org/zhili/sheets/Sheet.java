package org.zhili.sheets;

import java.util.List;

/**
 * The first sheet of a workbook that somebody brings, as far as something stands in it.
 *
 * @param name empty for what has no sheets
 * @param hidden the names of sheets that are not seen, and were not read
 */
public record Sheet(String name, List<Line> lines, List<String> hidden) {
  public Sheet {
    lines = List.copyOf(lines);
    hidden = List.copyOf(hidden);
  }

  /**
   * A row in which something stands.
   *
   * @param number as Excel counts, from one
   */
  public record Line(int number, List<Entry> entries) {
    public Line {
      entries = List.copyOf(entries);
    }

    /** What stands in a column, counted from zero. */
    public Entry at(int column) {
      return column < entries.size() ? entries.get(column) : Entry.NONE;
    }
  }
}
