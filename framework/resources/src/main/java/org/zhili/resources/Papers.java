package org.zhili.resources;

import org.zhili.resources.export.Workbooks;

/**
 * What people may take away of a town, and how.
 *
 * @param rows of a workbook at most; one that holds less than its list says so
 */
public record Papers(int rows) {
  /** As many rows as a machine of a small city writes within a minute. */
  public static final Papers DEFAULT = new Papers(100_000);

  public Papers {
    if (rows < 1 || rows > Workbooks.MOST_ROWS) {
      throw new IllegalArgumentException("1 to " + Workbooks.MOST_ROWS + " rows");
    }
  }
}
