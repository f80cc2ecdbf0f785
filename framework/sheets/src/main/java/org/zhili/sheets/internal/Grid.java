package org.zhili.sheets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhili.sheets.Entry;
import org.zhili.sheets.Sheet.Line;
import org.zhili.sheets.SheetReader.Limits;
import org.zhili.sheets.Unreadable;

/** The rows that were read so far, as far as something stands in them. */
public final class Grid {
  private static final int LONGEST_TEXT = 32_767;
  private static final int SHOWN = 60;

  private final Limits limits;
  private final Sum all = new Sum();
  private final Map<Integer, List<Entry>> rows = new TreeMap<>();

  public Grid(Limits limits) {
    this.limits = limits;
  }

  /** Put something into a cell, counted from one and from zero; blanks alone are nothing. */
  void put(int row, int column, Entry entry) throws Unreadable {
    if (entry instanceof Entry.Text text && text.text().isBlank()) {
      return;
    }
    if (column >= limits.columns()) {
      throw new Unreadable(Unreadable.Reason.TOO_MANY_COLUMNS);
    }
    List<Entry> cells = rows.computeIfAbsent(row, number -> new ArrayList<>());
    // a row of headings, and one that explains them
    if (rows.size() > limits.rows() + 2) {
      throw new Unreadable(Unreadable.Reason.TOO_MANY_ROWS);
    }
    while (cells.size() <= column) {
      cells.add(Entry.NONE);
    }
    cells.set(column, bounded(entry));
  }

  private Entry bounded(Entry entry) throws Unreadable {
    if (entry instanceof Entry.Text text) {
      return text.text().length() > LONGEST_TEXT
          ? new Entry.Bad(Entry.Fault.TOO_LONG, cut(text.text()))
          : new Entry.Text(all.bounded(text.text()));
    }
    return entry instanceof Entry.Bad bad ? new Entry.Bad(bad.fault(), cut(bad.shown())) : entry;
  }

  private static String cut(String shown) {
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
  }

  /** Tell of cells that are merged, if something stands in the first of them. */
  void merged(int row, int column) {
    List<Entry> cells = rows.getOrDefault(row, List.of());
    if (column < cells.size()) {
      cells.set(column, new Entry.Bad(Entry.Fault.MERGED, cut(cells.get(column).shown())));
    }
  }

  List<Line> lines() {
    return rows.entrySet().stream().map(row -> new Line(row.getKey(), row.getValue())).toList();
  }
}
