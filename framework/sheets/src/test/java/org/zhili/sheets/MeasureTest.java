package org.zhili.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.sheets.Entry.Bad;
import org.zhili.sheets.Entry.Fault;
import org.zhili.sheets.SheetReader.Limits;
import org.zhili.sheets.Unreadable.Reason;

/** Sheets that are small as they are sent, and not so as they are read. */
class MeasureTest {
  private static final String TEXT = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";

  private static Map<String, String> strings(String strings, String rows) {
    Map<String, String> parts = Files.parts(rows, "");
    parts.put("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
    return parts;
  }

  private static Reason refused(byte[] file) {
    return catchThrowableOfType(
            Unreadable.class, () -> SheetReader.read(file, Limits.DEFAULT.upTo(20_000)))
        .reason();
  }

  private static Entry first(String cell) throws Unreadable {
    return SheetReader.read(Files.book("<row>" + cell + "</row>"), Limits.DEFAULT)
        .lines()
        .get(0)
        .at(0);
  }

  @Test
  void a_shared_text_that_every_cell_names_is_too_much_at_last() {
    String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(50) + "</row>";
    String text = "<si><t>" + "many".repeat(2_000) + "</t></si>";
    assertThat(refused(Files.pack(strings(text, row.repeat(60))))).isEqualTo(Reason.BOMB);
  }

  @Test
  void shared_texts_that_nothing_names_are_too_much_at_last() {
    StringBuilder texts = new StringBuilder();
    for (int at = 0; at < 700; at++) {
      texts.append("<si><t>").append((at + "-unlike ").repeat(3_000)).append("</t></si>");
    }
    assertThat(refused(Files.pack(strings(texts.toString(), "<row/>")))).isEqualTo(Reason.BOMB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<![CDATA[<a>%s]]>", "<!-- <a> %s -->"})
  void what_is_out_of_all_measure_is_not_held_as_a_whole(String form) {
    String text = form.formatted("long ".repeat(300_000));
    assertThat(refused(Files.book("<row>" + TEXT.formatted(text) + "</row>")))
        .isEqualTo(Reason.BOMB);
  }

  @Test
  void a_text_in_many_pieces_is_as_long_as_they_are_together() throws Unreadable {
    String pieces = ("x".repeat(100_000) + "<!-- and -->").repeat(4);
    assertThat(first(TEXT.formatted(pieces)))
        .isEqualTo(new Bad(Fault.TOO_LONG, "x".repeat(60) + "…"));
    assertThat(first(TEXT.formatted("a<![CDATA[<b>]]><!-- <c> --> &lt;d")))
        .isEqualTo(new Entry.Text("a<b> <d"));
    assertThat(first(TEXT.formatted("_x0041_".repeat(32_767))))
        .isEqualTo(new Entry.Text("A".repeat(32_767)));
  }

  @Test
  void a_number_of_too_many_digits_is_not_worked_out() throws Unreadable {
    assertThat(first("<c><v>0." + "7".repeat(900_000) + "</v></c>"))
        .isEqualTo(new Bad(Fault.DIGITS_LOST, "0." + "7".repeat(58) + "…"));
  }

  @Test
  void a_number_with_zeros_before_it_is_told_as_it_is_shown() throws Unreadable {
    assertThat(first("<c s=\"4\"><v>123</v></c>"))
        .isEqualTo(new Entry.Padded(new BigDecimal("123"), "00123"));
    assertThat(List.of(first("<c s=\"4\"><v>12345</v></c>"), first("<c s=\"3\"><v>5</v></c>")))
        .containsExactly(
            new Entry.Amount(new BigDecimal("12345")), new Entry.Amount(new BigDecimal("5")));
  }

  @Test
  void a_date_that_is_spelled_is_one() throws Unreadable {
    assertThat(first("<c t=\"d\"><v>2026-11-28</v></c>"))
        .isEqualTo(new Entry.Time(LocalDateTime.of(2026, 11, 28, 0, 0)));
    assertThat(first("<c t=\"d\"><v>2026-11-28T09:30:00Z</v></c>"))
        .isEqualTo(new Entry.Time(LocalDateTime.of(2026, 11, 28, 9, 30)));
    assertThat(first("<c t=\"d\"><v>soon</v></c>")).isEqualTo(new Bad(Fault.ERROR, "soon"));
  }
}
