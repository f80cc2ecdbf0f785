package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;

/** What Excel spoiled is not taken because it came back in a sheet of errors. */
class ErrorSheetTest {
  private static final List<String> HEADS =
      List.of("部件标识码", "设施类别", "中文名称", "区域代码", "地址", "权属单位代码");
  private static final List<String> SOUND =
      List.of("007", "manhole_cover", "井盖", "east-1", "中山路", "telecom");

  private final TestTown town = new TestTown();
  private final AssetImportResource assets = town.resource(AssetImportResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static byte[] book(String rows, String after) {
    Map<String, String> parts = new TreeMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"x\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"166\" formatCode=\"00000\"/></numFmts><cellXfs>"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"166\"/></cellXfs>"
            + "</styleSheet>");
    parts.put(
        "xl/s.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private ImportView tried(byte[] file) throws IOException {
    return assets.take(
        "true", Book.stream(file), null, null, new Server(), Reads.CHINESE, LoggedIn.ADMINISTRATOR);
  }

  private static String row(int spoiled, String cell) {
    StringBuilder row = new StringBuilder("<row>");
    for (int at = 0; at < SOUND.size(); at++) {
      row.append(at == spoiled ? cell : text(SOUND.get(at)));
    }
    return row + "</row>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZL-3188 | =A1 | <c><f>A1</f><v>telecom</v></c> | ''",
        "ZL-3189 | 1.1010119900307E+17 | <c><v>1.1010119900307E+17</v></c> | ''",
        "ZL-3190 | #N/A | <c t='e'><v>#N/A</v></c> | ''",
        "ZL-3191 | telecom | <c t='str'><v>telecom</v></c> | <mergeCell ref='%s2:%s3'/>",
        "ZL-3192 | longlong | <c t='str'><v>LONG</v></c> | ''",
        "ZL-3193 | 2026-11-28 | <c s='1'><v>46354</v></c> | ''",
        "ZL-3193 | 2026-11-28 | <c t='d'><v>2026-11-28</v></c> | ''",
        "ZL-3179 | 00123 | <c s='2'><v>123</v></c> | ''"
      })
  void what_could_not_be_taken_is_refused_again_until_it_is_filled_in(
      String code, String shown, String cell, String after) throws IOException {
    String spoiled = cell.replace("LONG", "long".repeat(9_000));
    for (int column : List.of(0, 5)) {
      String name = Character.toString('A' + column);
      StringBuilder head = new StringBuilder("<row>");
      HEADS.forEach(one -> head.append(text(one)));
      byte[] first = book(head + "</row>" + row(column, spoiled), after.replace("%s", name));
      assertThat(tried(first).flaws()).extracting(flaw -> flaw.code()).containsExactly(code);
      byte[] errors =
          Book.file(
              assets.errors(
                  Book.stream(first), new Server(), Reads.CHINESE, LoggedIn.ADMINISTRATOR));
      List<String> told = Book.rows(errors).get(1);
      assertThat(told.get(0)).contains(code, shown);
      assertThat(told.get(column + 1)).isEqualTo("※");
      ImportView second = tried(errors);
      assertThat(second).extracting(ImportView::rows, ImportView::faulty).containsExactly(1, 1);
      assertThat(second.flaws()).extracting(flaw -> flaw.code()).containsExactly("ZL-3178");
    }
  }

  @Test
  void a_row_with_the_sign_of_the_template_is_a_row() throws IOException {
    List<String> marked = List.of("008", "manhole_cover", "※ 井盖", "east-1", "※", "telecom");
    List<String> named = List.of("※9", "manhole_cover", "井盖", "east-1", "中山路", "telecom");
    ImportView view = tried(Book.of(HEADS, List.of(SOUND, marked, named)));
    assertThat(view).extracting(ImportView::rows, ImportView::faulty).containsExactly(3, 2);
  }
}
