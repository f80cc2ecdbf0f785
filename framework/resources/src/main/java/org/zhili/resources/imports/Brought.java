package org.zhili.resources.imports;

import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zhili.access.Viewer;
import org.zhili.resources.export.Asker;
import org.zhili.resources.internal.Trouble;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.SheetReader;
import org.zhili.sheets.Unreadable;

/** A sheet that somebody brings, and what its rows are held to. */
public final class Brought {
  /** For servers that have no limit of their own. */
  private static final int MOST_BYTES = 32 << 20;

  private final Asker asker;
  private final byte[] file;
  private final Checks checks;

  private Brought(Asker asker, byte[] file, Checks checks) {
    this.asker = asker;
    this.file = file;
    this.checks = checks;
  }

  /** Read it as it comes. */
  public static Brought of(Asker asker, InputStream body, Providers providers) throws IOException {
    byte[] file = body.readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      throw Trouble.SHEET_TOO_LARGE.problem();
    }
    return new Brought(asker, file, Checks.of(providers));
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
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Sheet sheet(Layout layout) {
    try {
      return SheetReader.read(file, SheetReader.Limits.DEFAULT.upTo(layout.most()));
    } catch (Unreadable e) {
      throw switch (e.reason()) {
        case TOO_MANY_ROWS -> Trouble.TOO_MANY_ROWS.problem(Integer.toString(layout.most()));
        case TOO_MANY_COLUMNS, BOMB -> Trouble.SHEET_TOO_LARGE.problem();
        case EMPTY, OLD, PROTECTED, NOT_A_SHEET, BROKEN, MACROS, ENTITIES, ENCODING ->
            Trouble.NOT_A_SHEET.because(Defects.unreadable(e.reason()));
      };
    }
  }
}
