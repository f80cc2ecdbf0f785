package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What units and operators do to one case at the console, and what becomes of what others do. */
class CaseWorkIT extends ScreenFixture {
  private static final String WORKS = "municipal-works";
  private static final String DRAINAGE = "drainage";
  private static final String EAST = "990001001";

  @Test
  void a_unit_meets_a_milestone_by_photos() {
    Matter matter = accepted("cover-displaced", "manhole_cover");
    matter.ledBy(WORKS);
    matter.act(town().people().of(WORKS), "acknowledge");
    Page page = opened("of-" + WORKS, matter);
    exactly(page, "报告节点完成").click();
    page.selectOption("select[name=milestone]", "make-safe");
    page.locator("zhili-action button.main").click();
    assertThat(page.locator("zhili-action form > [role=alert]")).hasText("请添加照片：警示标志照片。");
    FilePayload words =
        new FilePayload("words.jpg", "image/jpeg", "words".getBytes(StandardCharsets.UTF_8));
    page.setInputFiles(
        "input[name=photo-sign]", new FilePayload[] {photo("one.jpg"), words, photo("two.jpg")});
    Locator photos = page.locator("zhili-photos li");
    assertThat(page.locator("zhili-photos img")).hasCount(2);
    assertThat(photos.nth(1)).containsText("无法读取这张照片");
    page.locator("zhili-action button.main").click();
    assertThat(page.locator("zhili-action form > [role=alert]")).containsText("重新上传或移除");
    photos.nth(1).locator("button").click();
    assertThat(photos).hasCount(2);
    assertThat(Screen.barriers(page)).isEmpty();
    page.locator("zhili-action button.main").click();
    assertThat(page.locator("main [role=status]").first()).hasText("已办理：报告节点完成。");
    assertThat(page.locator("ol img.photo")).hasCount(2);
    assertThat(matter.traced("meet").path("words").path("evidence.1.content").asText())
        .startsWith("attachment:");
    exactly(page, "报告节点完成").click();
    assertThat(page.locator("select[name=milestone] option[value=make-safe]")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void who_sends_before_a_photo_has_come_waits_for_it() {
    Matter matter = accepted("cover-displaced", "manhole_cover");
    matter.ledBy(WORKS);
    matter.act(town().people().of(WORKS), "acknowledge");
    Page page = opened("of-" + WORKS, matter);
    List<Route> held = new ArrayList<>();
    page.route("**/api/attachments", held::add);
    exactly(page, "报告节点完成").click();
    page.selectOption("select[name=milestone]", "make-safe");
    page.setInputFiles("input[name=photo-sign]", new FilePayload[] {photo("slow.jpg")});
    page.waitForCondition(() -> !held.isEmpty());
    page.locator("zhili-action button.main").click();
    assertThat(page.locator("main [role=status]").first()).hasText("");
    held.forEach(Route::resume);
    assertThat(page.locator("main [role=status]").first()).hasText("已办理：报告节点完成。");
    assertThat(page.locator("ol img.photo")).hasCount(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_unit_that_assists_signs_for_its_order() {
    town().people().of(DRAINAGE);
    Matter matter = accepted("cover-rattling", "manhole_cover");
    matter.ledBy(WORKS);
    dispatch(matter, WORKS, DRAINAGE);
    Page page = opened("of-" + DRAINAGE, matter);
    exactly(page, "签收工单").click();
    assertThat(page.locator("main [role=status]").first()).hasText("已办理：签收工单。");
    assertThat(page.getByText("签收工单", whole())).hasCount(0);
    assertThat(page.locator(".chip", text("已签收"))).hasCount(1);
    assertThat(page.locator(".buttons").getByText("签收", exact())).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_somebody_has_half_written_outlives_that_it_can_no_longer_be_done() {
    Matter matter = accepted("cover-rattling", "manhole_cover");
    matter.ledBy(WORKS);
    matter.act(town().people().of(WORKS), "acknowledge");
    Page page = opened("of-" + WORKS, matter);
    exactly(page, "反馈").click();
    Locator note = page.locator("zhili-action textarea").last();
    note.fill("写了一半");
    matter.act(town().people().operator(), "annul", "\"reason\": \"重复上报\"");
    assertThat(page.locator("zhili-action [role=alert]"))
        .hasText(Pattern.compile("现在不能办理“反馈”：operator 已办理“作废”，案件目前为“作废”。.*"));
    assertThat(note).hasValue("写了一半");
    assertThat(note).hasJSProperty("readOnly", true);
    assertThat(page.locator("zhili-action button.main")).hasCount(0);
    assertThat(Screen.barriers(page)).isEmpty();
    exactly(page, "关闭").click();
    assertThat(page.locator("zhili-action")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void who_writes_on_a_review_holds_it_until_they_leave() {
    town().people().in(EAST);
    Matter matter = accepted("cover-rattling", "unknown_cover");
    Page page = opened("operator", matter);
    Page other = opened("in-" + EAST, matter);
    exactly(page, "另行派单").click();
    assertThat(page.locator("zhili-decision select")).isFocused();
    exactly(other, "另行派单").click();
    assertThat(other.locator("zhili-decision [role=alert]")).containsText("operator");
    assertThat(other.locator("zhili-decision form")).hasCount(0);
    exactly(page, "另行派单").click();
    assertThat(page.locator("zhili-decision form")).hasCount(0);
    Eventually.passes(
        () -> {
          exactly(other, "另行派单").click();
          assertThat(other.locator("zhili-decision form").count()).isPositive();
        });

    Page list = screen().openAs("in-" + EAST, 390, 844, "#/reviews");
    Locator review = list.locator("article", text(matter.read().path("number").asText()));
    review.getByText("另行派单").click();
    review.locator("textarea").fill("写了一半");
    matter.act(town().people().operator(), "annul", "\"reason\": \"重复上报\"");
    assertThat(review.locator("zhili-decision [role=alert]")).containsText("不能再决定");
    assertThat(review.locator("textarea")).hasValue("写了一半");
    review.getByText("关闭").click();
    assertThat(review).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void the_town_speaks_of_itself_in_words_and_of_time_as_people_do() {
    try (Cover cover = Cover.ofNobody(town(), "case-work-alarm")) {
      cover.says("tilted");
      Page page = opened("operator", cover.onlyCase());
      assertThat(page.locator("ol li").last()).containsText("告警接入");
      assertThat(page.locator("ol"))
          .not()
          .containsText(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d"));
    }
    Matter matter = accepted("cover-rattling", "manhole_cover");
    matter.ledBy(WORKS);
    Page page = opened("operator", matter);
    assertThat(page.locator("section", text("决定：")).first()).containsText("派单台");
    assertThat(page.getByText("dispatch-desk")).hasCount(0);
  }

  private Matter accepted(String filing, String subject) {
    String id =
        town()
            .people()
            .operator()
            .post(
                "/cases",
                """
                {"type": "urban.component", "filing": "%s", "source": "hotline", "subject": "%s",
                 "condition": "loose", "area": "990001001001002", "address": "中山路 %d 号",
                 "summary": "井盖有响声"}"""
                    .formatted(filing, subject, System.nanoTime()))
            .expect(201)
            .json()
            .path("id")
            .asText();
    Matter matter = new Matter(town(), id);
    matter.act(town().people().operator(), "accept");
    return matter;
  }

  private void dispatch(Matter matter, String lead, String assisting) {
    town()
        .people()
        .operator()
        .once(
            "/cases/" + matter.id() + "/actions",
            """
            {"action": "dispatch", "lead": "%s", "assisting": ["%s"], "reason": "井下也要看"}"""
                .formatted(lead, assisting))
        .expect(200);
  }

  private Page opened(String account, Matter matter) {
    Page page = screen().openAs(account, 1280, 800, "#/cases/" + matter.id());
    page.waitForSelector("zhili-case .head");
    return page;
  }

  private static Locator exactly(Page page, String text) {
    return page.getByText(text, whole()).first();
  }

  private static Page.GetByTextOptions whole() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static FilePayload photo(String name) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB), "jpg", file);
      return new FilePayload(name, "image/jpeg", file.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
