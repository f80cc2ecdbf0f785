package org.zhili.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.sheets.internal.Spelling;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** What was written is read by a reader that is not ours. */
class SheetWriterTest {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private record Line(
      String text, Optional<BigDecimal> amount, Optional<Instant> at, LocalDate day) {}

  private static final Table<Line> TABLE =
      new Table<>(
          new Wording("案件", "Cases"),
          List.of(
              Column.text(new Wording("摘要", "Summary"), 30, Line::text),
              Column.amount(new Wording("数量", "Amount"), 10, Line::amount),
              Column.moment(new Wording("时间", "At"), Line::at),
              Column.day(new Wording("日期", "Day"), Line::day)));

  private static Line line(String text) {
    return new Line(text, Optional.empty(), Optional.empty(), LocalDate.of(2026, 11, 28));
  }

  private static byte[] written(Language language, Line... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter<Line> sheet = new SheetWriter<>(out, TABLE, language, CITY);
    for (Line line : lines) {
      sheet.add(line);
    }
    sheet.about("说明", Map.of("导出人", "=ada"));
    sheet.finish();
    return out.toByteArray();
  }

  private static List<Row> rows(byte[] file, int sheet) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getSheet(sheet).orElseThrow().read();
    }
  }

  /** Not as a stream: the sizes stand at its end, where Excel looks for them. */
  private String part(byte[] file, String name) throws IOException {
    Path book = Files.write(folder.resolve("book.xlsx"), file);
    try (ZipFile zip = new ZipFile(book.toFile())) {
      ZipEntry entry = Objects.requireNonNull(zip.getEntry(name));
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "＝1+1",
        "\t=1",
        "\r=1",
        "110101199003074514",
        "11010119900307451X",
        "007",
        "1E5",
        "TRUE",
        "2026-11-28",
        "𠮷野家 㐂 〇",
        "阿卜杜拉·买买提",
        "👩‍👩‍👧 🇨🇳",
        "é́́",
        "_x0041_ and _x",
        " blanks at both ends ",
        "two\nlines\n",
        "a\u0007bell and a half \uD842",
        "<&>\"']]>"
      })
  void what_is_text_comes_back_as_that_text_and_is_no_formula(String text) throws IOException {
    byte[] file = written(Language.ZH, line(text));
    assertThat(rows(file, 0).get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(Spelling.read(rows(file, 0).get(1).getCellText(0))).isEqualTo(text);
    assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void numbers_and_times_are_what_a_reader_reckons_with() throws IOException {
    Line line =
        new Line(
            "x",
            Optional.of(new BigDecimal("-12.50")),
            Optional.of(Instant.parse("2026-11-28T16:30:15Z")),
            LocalDate.of(2026, 11, 28));
    Row row = rows(written(Language.EN, line), 0).get(1);
    assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-12.5");
    assertThat(row.getCellAsDate(2).orElseThrow())
        .isEqualTo(LocalDateTime.of(2026, 11, 29, 0, 30, 15));
    assertThat(row.getCellAsDate(3).orElseThrow())
        .isEqualTo(LocalDate.of(2026, 11, 28).atStartOfDay());
  }

  @Test
  void what_excel_cannot_reckon_with_is_text() throws IOException {
    Line line =
        new Line(
            "x",
            Optional.of(new BigDecimal("30.12345678901234567")),
            Optional.of(Instant.parse("1880-01-01T00:00:00Z")),
            LocalDate.of(12_026, 1, 1));
    Row row = rows(written(Language.EN, line), 0).get(1);
    assertThat(row.getCellText(1)).isEqualTo("30.12345678901234567");
    assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellText(3)).contains("12026-01-01");
  }

  @Test
  void heads_speak_the_readers_language_and_stay_in_sight() throws IOException {
    byte[] file = written(Language.ZH, line("x"));
    assertThat(rows(file, 0).get(0).getCellText(0)).isEqualTo("摘要");
    assertThat(rows(written(Language.EN), 0).get(0).getCellText(0)).isEqualTo("Summary");
    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"", "width=\"30");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(book.getSheets()).extracting(Sheet::getName).containsExactly("案件", "说明");
    }
    assertThat(rows(file, 1).get(0).getCellText(1)).isEqualTo("=ada");
  }

  @Test
  void rows_leave_while_others_are_still_to_come() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter<Line> sheet = new SheetWriter<>(out, TABLE, Language.ZH, CITY);
    Random random = new Random(7);
    byte[] noise = new byte[100];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(noise);
      sheet.add(line(new String(noise, StandardCharsets.ISO_8859_1)));
    }
    int before = out.size();
    sheet.about("说明", Map.of());
    sheet.finish();
    assertThat(sheet.rows()).isEqualTo(20_000);
    assertThat(before).as("of " + out.size() + " octets").isGreaterThan(out.size() * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"长", "𠮷", "\r", "_x0041_"})
  void more_than_a_cell_holds_is_cut_where_everybody_sees_it(String sign) throws IOException {
    SheetWriter<Line> sheet =
        new SheetWriter<>(new ByteArrayOutputStream(), TABLE, Language.ZH, CITY);
    sheet.add(line(sign.repeat(1_000)));
    assertThat(sheet.cut()).isZero();
    sheet.add(line(sign.repeat(32_768)));
    assertThat(sheet.cut()).isOne();
    String told = rows(written(Language.ZH, line(sign.repeat(32_768))), 0).get(1).getCellText(0);
    assertThat(told)
        .hasSizeBetween(32_700, 32_767)
        .endsWith("…［截断 cut］")
        .startsWith(Spelling.spell(sign));
    assertThat(Spelling.read(told)).startsWith(sign.repeat(2_000));
  }
}
