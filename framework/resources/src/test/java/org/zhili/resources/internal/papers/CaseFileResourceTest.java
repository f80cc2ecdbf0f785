package org.zhili.resources.internal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.text.Language;

class CaseFileResourceTest {
  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final CaseFileResource files = town.resource(CaseFileResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private static String text(Response answer) {
    try (PDDocument document = Loader.loadPDF((byte[]) answer.getEntity())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String reported(String address) {
    ReportBody sound = Bodies.report();
    return life.report(
            new ReportBody(
                sound.type(),
                sound.filing(),
                sound.source(),
                sound.subject(),
                sound.condition(),
                sound.area(),
                address,
                Optional.empty(),
                sound.summary(),
                sound.severity(),
                sound.asset(),
                List.of(),
                Optional.empty()))
        .head()
        .id();
  }

  @Test
  void a_file_says_what_the_page_of_the_case_says() {
    String id = life.closed();
    String number = town.file(id).number();
    Response answer = files.print(id, Reads.CHINESE, LoggedIn.OPERATOR);
    assertThat(answer.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
        .contains("filename=\"" + number + ".pdf\"");
    assertThat(text(answer))
        .contains("案件卷宗 " + number, "中山路", "基本情况", "时限", "工单", "办理记录", "结案", "第 1 页，共")
        .contains("2026-11-23 09:00:00", "由 olivia 打印")
        .doesNotContain(town.file(id).publicCode(), "papers.");
    assertThat(text(files.print(number, Reads.ENGLISH, LoggedIn.OPERATOR)))
        .contains("Case file " + number, "Facts", "What was done", "Printed 20", "Page 1 of")
        .doesNotContain("papers.");
  }

  @Test
  void a_rare_hanzi_that_a_font_has_is_drawn() {
    String drawn = reported("中山路㐂100号");
    assertThat(text(files.print(drawn, Reads.CHINESE, LoggedIn.OPERATOR))).contains("中山路㐂100号");
  }

  @Test
  void a_hanzi_that_no_font_has_is_refused() {
    String missing = reported("𠮷中山路");
    refused(409, "ZL-3180", () -> files.print(missing, Reads.CHINESE, LoggedIn.OPERATOR));
  }

  @Test
  void a_paper_tells_no_more_of_people_than_the_page() {
    String id = reported("中山路13812345678，110101199003071234");
    assertThat(text(files.print(id, Reads.CHINESE, LoggedIn.OPERATOR)))
        .contains("138****5678")
        .doesNotContain("13812345678", "110101199003071234");
  }

  @Test
  void a_pictograph_is_spelled_so_that_the_case_is_printed() {
    String id = reported("中山路👋\uFE0F100号");
    assertThat(text(files.print(id, Reads.CHINESE, LoggedIn.OPERATOR)))
        .contains("中山路[U+1F44B]100号");
  }

  @Test
  void a_script_that_would_be_set_wrongly_is_refused() {
    String shaped = reported("ئۇيغۇر");
    refused(409, "ZL-3181", () -> files.print(shaped, Reads.CHINESE, LoggedIn.OPERATOR));
  }

  @Test
  void a_case_one_may_not_see_has_no_file() {
    String id = life.dispatched();
    refused(404, "ZL-2001", () -> files.print(id, Reads.CHINESE, LoggedIn.TELECOM));
    refused(404, "ZL-2001", () -> files.print(id, Reads.CHINESE, LoggedIn.OPERATOR.in("west")));
    assertThat(text(files.print(id, Reads.CHINESE, LoggedIn.WORKS))).contains("中山路");
  }

  @Test
  void both_languages_have_the_same_words() {
    assertThat(Stream.of(Language.values()).map(PaperWords.WORDS::keys).distinct()).hasSize(1);
  }
}
