package org.zhili.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zhili.sheets.internal.Csv;
import org.zhili.sheets.internal.Grid;
import org.zhili.sheets.internal.Workbook;

/**
 * Reads what somebody brings: a workbook of Excel since 2007, or text with commas in UTF-8 or
 * GB18030. What it is, its content says.
 *
 * <p>Nothing in it is run, worked out or looked up elsewhere. Text stays as it was typed; a number
 * whose last digits Excel forgot is told as such, since nobody can know them.
 */
public final class SheetReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /**
   * How much is read.
   *
   * @param rows in which something stands
   * @param bytes of all that a workbook unpacks to
   */
  public record Limits(int rows, int columns, long bytes) {
    /** For lists that people fill in, with columns of their own beside. */
    public static final Limits DEFAULT = new Limits(20_000, 100, 256 << 20);

    /** The same with so many rows. */
    public Limits upTo(int most) {
      return new Limits(most, columns, bytes);
    }
  }

  private SheetReader() {}

  /** Read the first sheet that is seen. */
  public static Sheet read(byte[] file, Limits limits) throws Unreadable {
    Grid grid = new Grid(limits);
    Sheet sheet;
    if (begins(file, ZIP)) {
      sheet = Workbook.read(file, limits, grid);
    } else if (begins(file, OLE)) {
      throw new Unreadable(
          contains(file, ENCRYPTED) ? Unreadable.Reason.PROTECTED : Unreadable.Reason.OLD);
    } else {
      sheet = Csv.read(file, grid);
    }
    if (sheet.lines().isEmpty()) {
      throw new Unreadable(Unreadable.Reason.EMPTY);
    }
    return sheet;
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }

  private static boolean contains(byte[] file, byte[] part) {
    for (int at = 0; at + part.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
