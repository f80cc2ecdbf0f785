package org.zhili.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With two small fonts: one with some hanzi of every day, one with 𠮷 alone. */
class PressTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private static Path fonts() {
    try {
      return Path.of(Objects.requireNonNull(PressTest.class.getResource("/fonts")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Press press() {
    return new Press(List.of(Path.of("/nowhere"), fonts()));
  }

  private static Paper paper(Paper.Part... parts) {
    return new Paper("案件", "zh-CN", List.of(parts), "打印人 ada", "第 {0} 页，共 {1} 页");
  }

  private static byte[] pdf(Press press, Paper paper) {
    assertThat(press.print(paper)).isInstanceOf(Printed.Whole.class);
    return ((Printed.Whole) press.print(paper)).pdf();
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper
          .getText(document)
          .lines()
          .map(String::strip)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "中山路100号井盖倾斜",
        "张𠮷报告：㐂",
        "阿卜杜拉·买买提",
        "=cmd|' /C calc'!A0 <b>&amp;</b>",
        "110101199003074514",
        "𠮷𠮷"
      })
  void what_was_put_in_is_what_can_be_read_out(String words) {
    String text = text(pdf(press(), paper(new Paper.Fact("报告", words))));
    assertThat(text).contains("案件", words, "打印人 ada", "第 1 页，共 1 页");
  }

  @ParameterizedTest
  @CsvSource({"龘, 龘", "中山路𪚥, 𪚥", "ⶀ👋, ⶀ"})
  void a_character_no_font_has_is_an_answer_and_no_blank(String words, String missing) {
    assertThat(press().print(paper(new Paper.Paragraph(words))))
        .isEqualTo(new Printed.Missing(missing.codePointAt(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "中👋路, 中[U+1F44B]路",
    "张\uFE0F路, 张路",
    "张\u200D\uFEFF\u200B路\uDB40\uDC01, 张路",
    "👩\u200D👩\u200D👧 路, [U+1F469][U+1F469][U+1F467] 路"
  })
  void pictographs_are_spelled_and_what_is_not_to_be_seen_is_left_out(String words, String seen) {
    assertThat(text(pdf(press(), paper(new Paper.Fact("报告", words))))).contains(seen);
  }

  @Test
  void who_comes_while_fonts_are_read_waits_for_them() {
    Press press = press();
    List<CompletableFuture<Printed>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> press.print(paper(new Paper.Paragraph("张")))))
            .toList();
    assertThat(all).allMatch(one -> one.join() instanceof Printed.Whole);
  }

  @Test
  void without_any_font_even_a_digit_is_missing() {
    assertThat(new Press(List.of(folder)).print(paper())).isInstanceOf(Printed.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ئۇيغۇر", "བོད", "ᠮᠣᠩᠭᠣᠯ", "a\u202Eb", "e\u0301"})
  void a_script_that_would_be_set_wrongly_is_an_answer(String words) {
    assertThat(press().print(paper(new Paper.Paragraph(words))))
        .isInstanceOf(Printed.Unsettable.class);
  }

  @Test
  void what_is_drawn_is_black_on_the_page() throws IOException {
    byte[] pdf = pdf(press(), paper(new Paper.Paragraph("𠮷".repeat(20))));
    byte[] without = pdf(press(), paper(new Paper.Paragraph(" ")));
    assertThat(dark(pdf)).isGreaterThan(dark(without) + 400);
  }

  private static long dark(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var image = new PDFRenderer(document).renderImage(0, 2);
      return IntStream.range(0, image.getHeight())
          .mapToLong(
              y ->
                  IntStream.range(0, image.getWidth())
                      .filter(x -> (image.getRGB(x, y) & 0xFF) < 128)
                      .count())
          .sum();
    }
  }

  @Test
  void long_words_go_on_over_lines_and_pages_and_nothing_is_lost() {
    String words = "中山路100号井盖倾斜，张报告。".repeat(300);
    String text = text(pdf(press(), paper(new Paper.Heading("报告"), new Paper.Fact("人", words))));
    assertThat(text).contains("第 1 页，共 3 页", "第 3 页，共 3 页");
    String inside =
        text.lines()
            .filter(line -> !line.contains("页") && !line.matches("案件|报告"))
            .collect(Collectors.joining());
    assertThat(inside.replaceFirst("^人", "").replace(" ", "")).isEqualTo(words);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("，") || line.startsWith("。"));
  }

  @Test
  void lines_end_where_they_were_ended() {
    assertThat(text(pdf(press(), paper(new Paper.Paragraph("一\r\n二\n\n三\t和")))))
        .contains("一\n二\n三 和");
  }

  @Test
  void of_a_font_only_what_is_used_lies_inside() throws IOException {
    byte[] pdf = pdf(press(), paper(new Paper.Paragraph("永")));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      PDResources resources = page.getResources();
      List<PDFont> fonts =
          StreamSupport.stream(resources.getFontNames().spliterator(), false)
              .map(name -> font(resources, name))
              .toList();
      assertThat(fonts).hasSize(1).allMatch(PDFont::isEmbedded);
      assertThat(fonts.get(0).getName()).matches("[A-Z]{6}\\+.+");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
    }
  }

  private static PDFont font(PDResources resources, COSName name) {
    try {
      return resources.getFont(name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_font_that_is_put_there_is_used_at_once_and_a_broken_one_is_left_out() throws IOException {
    Press press = new Press(List.of(folder));
    Files.writeString(folder.resolve("broken.ttf"), "this is no font");
    Files.writeString(folder.resolve("broken.ttc"), "nor is this");
    assertThat(press.print(paper())).isInstanceOf(Printed.Missing.class);
    try (InputStream font = PressTest.class.getResourceAsStream("/fonts/plain.ttf")) {
      Files.copy(Objects.requireNonNull(font), folder.resolve("plain.ttf"));
    }
    assertThat(press.print(paper())).isInstanceOf(Printed.Whole.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x2F00, 0x33A1, 0x3297, 0x32C0, 0x1F200})
  void a_sign_for_words_is_no_pictograph(int character) {
    String words = "张" + Character.toString(character) + "路";
    assertThat(press().print(paper(new Paper.Paragraph(words))))
        .isEqualTo(new Printed.Missing(character));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xE0100, 0xE01EF})
  void a_hanzi_in_a_form_that_no_font_has_is_not_printed_in_another(int form) {
    String words = "张" + Character.toString(form);
    assertThat(press().print(paper(new Paper.Paragraph(words))))
        .isNotInstanceOf(Printed.Whole.class);
  }
}
