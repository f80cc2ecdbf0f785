package org.zhili.resources.imports;

import jakarta.ws.rs.ext.Providers;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.zhili.access.Viewer;
import org.zhili.resources.export.Asker;
import org.zhili.resources.internal.Spooled;
import org.zhili.resources.internal.Trouble;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.SheetReader;
import org.zhili.sheets.Unreadable;

/**
 * A sheet that somebody brings, and what its rows are held to. Until it is closed it lies on disk,
 * and is read into memory by whose turn it is.
 */
public final class Brought implements Closeable {
  /** For servers that have no limit of their own. */
  private static final int MOST_BYTES = 32 << 20;

  private final Asker asker;
  private final Spooled file;
  private final Checks checks;

  private Brought(Asker asker, Spooled file, Checks checks) {
    this.asker = asker;
    this.file = file;
    this.checks = checks;
  }

  /** Keep it as it comes. */
  public static Brought of(Asker asker, InputStream body, Providers providers) throws IOException {
    Checks checks = Checks.of(providers);
    Spooled file = Spooled.of(body, MOST_BYTES + 1);
    if (file.size() > MOST_BYTES) {
      file.close();
      throw Trouble.SHEET_TOO_LARGE.problem();
    }
    return new Brought(asker, file, checks);
  }

  Asker asker() {
    return asker;
  }

  Viewer viewer() {
    return asker.viewer();
  }

  Checks checks() {
    return checks;
  }

  String digest() {
    return file.sha256();
  }

  Sheet sheet(Layout layout) {
    try {
      return SheetReader.read(file.bytes(), SheetReader.Limits.DEFAULT.upTo(layout.most()));
    } catch (Unreadable e) {
      throw switch (e.reason()) {
        case TOO_MANY_ROWS -> Trouble.TOO_MANY_ROWS.problem(Integer.toString(layout.most()));
        case TOO_MANY_COLUMNS, BOMB -> Trouble.SHEET_TOO_LARGE.problem();
        case EMPTY, OLD, PROTECTED, NOT_A_SHEET, BROKEN, MACROS, ENTITIES, ENCODING ->
            Trouble.NOT_A_SHEET.because(Defects.unreadable(e.reason()));
      };
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
