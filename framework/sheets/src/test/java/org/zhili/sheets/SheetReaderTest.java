package org.zhili.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.sheets.Entry.Bad;
import org.zhili.sheets.Entry.Fault;
import org.zhili.sheets.SheetReader.Limits;
import org.zhili.sheets.Unreadable.Reason;
import org.zhili.text.Language;
import org.zhili.text.Wording;

class SheetReaderTest {
  private static Reason refused(byte[] file) {
    return refused(file, Limits.DEFAULT);
  }

  private static Reason refused(byte[] file, Limits limits) {
    Unreadable unreadable =
        catchThrowableOfType(Unreadable.class, () -> SheetReader.read(file, limits));
    assertThat(unreadable).isNotNull();
    return unreadable.reason();
  }

  private static List<Entry> row(String cells) throws Exception {
    return SheetReader.read(Files.book("<row r=\"1\">" + cells + "</row>"), Limits.DEFAULT)
        .lines()
        .get(0)
        .entries();
  }

  private static byte[] written(String... texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table<String> table =
        new Table<>(
            Wording.same("list"), List.of(Column.text(Wording.same("text"), 10, text -> text)));
    SheetWriter<String> sheet =
        new SheetWriter<>(out, table, Language.ZH, ZoneId.of("Asia/Shanghai"));
    for (String text : texts) {
      sheet.add(text);
    }
    sheet.about("about", Map.of("by", "ada"));
    sheet.finish();
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+86 571",
        "-2",
        "@SUM(A1)",
        "＝1+1",
        "\t=1",
        "110101199003074514",
        "007",
        "1.1E+17",
        "𠮷野家 㐂 〇 𰻝",
        "👩‍👩‍👧",
        "_x0041_ and _x",
        " blanks at both ends ",
        "two\nlines\r\n",
        "a\u0007bell and a half \uD842",
        "<&>\"']]>"
      })
  void what_we_wrote_comes_back_sign_by_sign(String text) throws Exception {
    Sheet sheet = SheetReader.read(written(text), Limits.DEFAULT);
    assertThat(sheet.name()).isEqualTo("list");
    assertThat(sheet.lines()).hasSize(2);
    assertThat(sheet.lines().get(1).number()).isEqualTo(2);
    assertThat(sheet.lines().get(1).at(0)).isEqualTo(new Entry.Text(text));
    assertThat(sheet.lines().get(1).at(7)).isEqualTo(Entry.NONE);
  }

  @Test
  void what_excel_writes_is_read_by_its_kind() throws Exception {
    assertThat(
            row(
                """
                <c r="A1" t="s"><v>1</v></c><c r="C1"><v>31.230416000000002</v></c>
                <c r="D1" s="1"><v>46354.5</v></c><c r="E1" s="2"><v>46354</v></c>
                <c r="F1" t="b"><v>1</v></c><c r="G1"><v>1.5E+3</v></c>
                <c r="H1" t="str"><v>said</v></c><c r="I1" s="3"><v>5</v></c>"""))
        .containsExactly(
            new Entry.Text("𠮷 rich"),
            Entry.NONE,
            new Entry.Amount(new BigDecimal("31.230416")),
            new Entry.Time(LocalDateTime.of(2026, 11, 28, 12, 0)),
            new Entry.Time(LocalDateTime.of(2026, 11, 28, 0, 0)),
            new Entry.Text("TRUE"),
            new Entry.Amount(new BigDecimal("1500")),
            new Entry.Text("said"),
            new Entry.Amount(new BigDecimal("5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10101199003074E+17", "110101199003074000", "-1e15", "1E+99999999"})
  void a_number_whose_digits_excel_forgot_is_told(String number) throws Exception {
    assertThat(row("<c r=\"A1\"><v>" + number + "</v></c>"))
        .containsExactly(new Bad(Fault.DIGITS_LOST, number));
  }

  @Test
  void formulas_and_errors_are_told_and_not_worked_out() throws Exception {
    assertThat(
            row(
                """
                <c r="A1"><f>HYPERLINK("http://x","y")</f><v>7</v></c>
                <c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f t="shared" si="0"/><v>7</v></c>"""))
        .containsExactly(
            new Bad(Fault.FORMULA, "=HYPERLINK(\"http://x\",\"y\")"),
            new Bad(Fault.ERROR, "#N/A"),
            new Bad(Fault.FORMULA, "="));
  }

  @Test
  void merged_cells_are_told_and_hidden_sheets_are_left_out() throws Exception {
    byte[] merged =
        Files.book(
            "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>x</t></is></c></row>",
            "<mergeCells><mergeCell ref=\"B3:B5\"/><mergeCell ref=\"H9:I9\"/></mergeCells>");
    Sheet sheet = SheetReader.read(merged, Limits.DEFAULT);
    assertThat(sheet.lines())
        .containsExactly(new Sheet.Line(3, List.of(Entry.NONE, new Bad(Fault.MERGED, "x"))));
    assertThat(sheet.hidden()).containsExactly("secret");
  }

  @Test
  void rows_and_columns_that_only_look_empty_do_not_count() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 1; i <= 30_000; i++) {
      many.append("<row r=\"%1$d\"><c r=\"XFD%1$d\" s=\"1\"/></row>".formatted(i));
    }
    many.append("<row r=\"30001\"><c r=\"A30001\"><v>1</v></c></row>");
    assertThat(SheetReader.read(Files.book(many.toString()), Limits.DEFAULT).lines()).hasSize(1);
  }

  @Test
  void what_is_too_much_is_refused() {
    Limits few = new Limits(2, 3, 1 << 20);
    String row = "<row><c><v>1</v></c></row>";
    assertThat(refused(Files.book(row.repeat(5)), few)).isEqualTo(Reason.TOO_MANY_ROWS);
    assertThat(refused(Files.book("<row>" + "<c><v>1</v></c>".repeat(4) + "</row>"), few))
        .isEqualTo(Reason.TOO_MANY_COLUMNS);
    assertThat(refused(Files.book(" ".repeat(2 << 20)), few)).isEqualTo(Reason.BOMB);
    assertThat(refused(Files.book(" ".repeat(200 << 20)))).isEqualTo(Reason.BOMB);
    assertThat(refused(Files.book(""))).isEqualTo(Reason.EMPTY);
  }

  @Test
  void a_cell_longer_than_excel_has_them_is_told() throws Exception {
    assertThat(row("<c t=\"inlineStr\"><is><t>" + "长".repeat(32_768) + "</t></is></c>").get(0))
        .isInstanceOfSatisfying(
            Bad.class, bad -> assertThat(bad.fault()).isEqualTo(Fault.TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;&x;\">]>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\">"
      })
  void definitions_are_refused_in_every_part(String definition) {
    Map<String, String> parts = Files.parts("<row><c><v>1</v></c></row>", "");
    for (String part : List.copyOf(parts.keySet())) {
      Map<String, String> evil = Files.parts("<row><c><v>1</v></c></row>", "");
      evil.put(part, definition + evil.get(part));
      assertThat(refused(Files.pack(evil))).as(part).isEqualTo(Reason.ENTITIES);
    }
  }

  @Test
  void programs_are_refused_whatever_the_file_is_called() {
    Map<String, String> parts = Files.parts("<row><c><v>1</v></c></row>", "");
    parts.put("xl/vbaProject.bin", "x");
    assertThat(refused(Files.pack(parts))).isEqualTo(Reason.MACROS);
  }

  @Test
  void what_is_no_workbook_is_told_apart() {
    byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4096);
    assertThat(refused(old)).isEqualTo(Reason.OLD);
    byte[] locked = old.clone();
    byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(mark, 0, locked, 1024, mark.length);
    assertThat(refused(locked)).isEqualTo(Reason.PROTECTED);
    assertThat(refused(Files.pack(Map.of("word/document.xml", "<a/>"))))
        .isEqualTo(Reason.NOT_A_SHEET);
    assertThat(refused(new byte[] {'%', 'P', 'D', 'F', 0, 1})).isEqualTo(Reason.NOT_A_SHEET);
    assertThat(refused(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(refused(new byte[] {(byte) 0xFF, (byte) 0xFF})).isEqualTo(Reason.ENCODING);
  }

  @Test
  void what_breaks_off_is_never_read_in_part() {
    byte[] whole = Files.book("<row><c><v>1</v></c></row>");
    for (int length = 4; length < whole.length; length++) {
      assertThat(refused(Arrays.copyOf(whole, length))).isEqualTo(Reason.BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"x\"><c><v>1</v></c></row>",
        "<row r=\"0\"><c><v>1</v></c></row>",
        "<row r=\"9999999\"><c><v>1</v></c></row>",
        "<row><c t=\"s\"><v>99</v></c></row>",
        "<row><c><v>one</v></c></row>",
        "<row><c><v>1</v></row>",
        "<row><c><v>&nosuch;</v></c></row>"
      })
  void what_is_not_as_it_must_be_is_refused(String rows) {
    assertThat(refused(Files.book(rows))).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void text_with_commas_is_read_in_both_encodings(String encoding) throws Exception {
    String text = "编号,\"地址, 门牌\"\r\n007,\"say \"\"hi\"\"\n𠮷\"\r\n\r\n1.1E+17,=1+1";
    Sheet sheet = SheetReader.read(text.getBytes(Charset.forName(encoding)), Limits.DEFAULT);
    assertThat(sheet.lines())
        .containsExactly(
            new Sheet.Line(1, List.of(new Entry.Text("编号"), new Entry.Text("地址, 门牌"))),
            new Sheet.Line(2, List.of(new Entry.Text("007"), new Entry.Text("say \"hi\"\n𠮷"))),
            new Sheet.Line(
                4, List.of(new Bad(Fault.DIGITS_LOST, "1.1E+17"), new Entry.Text("=1+1"))));
  }

  @Test
  void tabs_and_semicolons_part_as_well_and_a_mark_at_the_begin_is_none() throws Exception {
    for (String comma : List.of("\t", ";")) {
      byte[] text = ("\uFEFFa" + comma + "b,c" + comma + "d\n1").getBytes(StandardCharsets.UTF_8);
      assertThat(SheetReader.read(text, Limits.DEFAULT).lines().get(0).entries())
          .containsExactly(new Entry.Text("a"), new Entry.Text("b,c"), new Entry.Text("d"));
    }
    assertThat(refused("a,\"b".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BROKEN);
  }
}
