package org.zhili.resources.internal.imports;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.zhili.sheets.Column;
import org.zhili.sheets.Sheet;
import org.zhili.sheets.SheetReader;
import org.zhili.sheets.SheetWriter;
import org.zhili.sheets.Table;
import org.zhili.sheets.Unreadable;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** Workbooks of texts. */
final class Book {
  private Book() {}

  /** A sheet with these heads. */
  static byte[] of(List<String> heads, List<List<String>> rows) {
    List<Column<List<String>>> columns =
        IntStream.range(0, heads.size())
            .mapToObj(
                at ->
                    Column.<List<String>>text(Wording.same(heads.get(at)), 10, row -> row.get(at)))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SheetWriter<List<String>> sheet =
          new SheetWriter<>(
              out, new Table<>(Wording.same("x"), columns), Language.ZH, ZoneId.of("UTC"));
      for (List<String> row : rows) {
        sheet.add(row);
      }
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] file(Response answer) {
    if (answer.getEntity() instanceof byte[] bytes) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ((StreamingOutput) answer.getEntity()).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The rows with their heads, as they are shown. */
  static List<List<String>> rows(byte[] file) {
    try {
      return SheetReader.read(file, SheetReader.Limits.DEFAULT).lines().stream()
          .map(line -> line.entries().stream().map(entry -> entry.shown()).toList())
          .toList();
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  static List<Sheet.Line> lines(byte[] file) {
    try {
      return SheetReader.read(file, SheetReader.Limits.DEFAULT).lines();
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  static InputStream stream(byte[] file) {
    return new java.io.ByteArrayInputStream(file);
  }
}
