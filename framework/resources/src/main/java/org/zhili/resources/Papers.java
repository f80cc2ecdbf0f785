package org.zhili.resources;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhili.print.Press;
import org.zhili.resources.export.Workbooks;

/**
 * What people may take away of a town, and how.
 *
 * @param rows of a workbook at most; one that holds less than its list says so
 * @param fonts folders of fonts to print with, the first first
 */
public record Papers(int rows, List<Path> fonts) {
  /** As many rows as a machine of a small city writes within a minute, and its own fonts. */
  public static final Papers DEFAULT = new Papers(100_000, Press.systemFolders());

  public Papers {
    if (rows < 1 || rows > Workbooks.MOST_ROWS) {
      throw new IllegalArgumentException("1 to " + Workbooks.MOST_ROWS + " rows");
    }
    fonts = List.copyOf(fonts);
  }

  /** The same with so many rows. */
  public Papers upTo(int most) {
    return new Papers(most, fonts);
  }

  /** The same, with fonts of the city's own before all others. */
  public Papers with(Path ours) {
    return new Papers(rows, Stream.concat(Stream.of(ours), fonts.stream()).toList());
  }
}
