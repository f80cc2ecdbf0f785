package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Grid workers at their page, on a phone, with a line and without. */
class FieldIT extends FieldFixture {
  @Test
  void a_report_written_without_a_line_outlives_the_browser_page_and_arrives_once() {
    Page page = phone("wei");
    assertThat(Screen.barriers(page)).isEmpty();
    page.context().setOffline(true);
    write(page, "断网上报 " + XSS);
    assertThat(Screen.barriers(page)).isEmpty();
    page.reload();
    assertThat(page.locator("textarea[name=summary]")).hasValue("断网上报 " + XSS);
    page.getByText("English").click();
    assertThat(page.locator("textarea[name=summary]")).hasValue("断网上报 " + XSS);
    assertThat(page.locator(".photos img")).hasCount(1);
    page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(mine(page, "queued")).hasCount(1);
    page.reload();
    assertThat(mine(page, "queued")).hasCount(1);
    assertThat(cases("断网上报")).isEmpty();

    page.context().setOffline(false);
    assertThat(mine(page, "sent")).hasCount(1);
    JsonNode found = cases("断网上报");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("source").asText()).isEqualTo("grid-worker");
    assertThat(found.get(0).path("area").asText()).isEqualTo(CELL);
    String id = found.get(0).path("id").asText();
    JsonNode photos = town().people().operator().read("/cases/" + id + "/attachments");
    assertThat(photos).hasSize(1);
    assertThat(photos.get(0).path("width").asInt()).isEqualTo(1600);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_report_whose_answer_is_lost_is_sent_again_and_is_one_case() {
    Page page = phone("wei");
    AtomicInteger lost = new AtomicInteger();
    page.route(
        "**/api/cases",
        route -> {
          if (lost.getAndIncrement() == 0) {
            assertThat(route.fetch().status()).isEqualTo(201);
            route.abort();
          } else {
            route.resume();
          }
        });
    write(page, "答复丢失");
    send(page);
    page.waitForCondition(() -> lost.get() > 0);
    assertThat(mine(page, "queued")).hasCount(1);
    assertThat(cases("答复丢失")).hasSize(1);
    page.reload();
    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(lost.get()).isGreaterThan(1);
    assertThat(cases("答复丢失")).hasSize(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_was_dealt_with_on_the_spot_is_reported_and_finished_at_once() {
    Page page = phone("wei");
    page.setViewportSize(360, 740);
    write(page, "顺手扶正");
    page.locator("input[name=handled]").check();
    send(page);
    assertThat(page.locator("form > .trouble:visible")).containsText("各一张");
    take(page, "photo-after");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    send(page);
    assertThat(mine(page, "sent")).hasCount(1);
    JsonNode file = cases("顺手扶正").get(0);
    assertThat(file.path("state").asText()).isEqualTo("CLOSED");
    JsonNode photos =
        town().people().operator().read("/cases/" + file.path("id").asText() + "/attachments");
    assertThat(photos).hasSize(2);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_visit_closes_what_was_done_well_with_a_photo_that_the_console_shows() {
    Matter matter = done("核查一");
    Page page = phone("wei");
    page.getByText("核查一").click();
    page.locator("button[name=pass]").click();
    assertThat(page.locator("form > .trouble:visible").first()).containsText("照片");
    take(page, "photo-after");
    assertThat(Screen.barriers(page)).isEmpty();
    page.locator("button[name=pass]").click();
    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(matter.state()).isEqualTo("CLOSED");

    String number = matter.read().path("number").asText();
    Page console = screen().openAs("operator", 1200, 900, "#/cases/" + number);
    assertThat(console.locator("img.photo")).isVisible();
    assertThat(console.locator("img.photo").evaluate("i => i.decode().then(() => i.naturalWidth)"))
        .isEqualTo(320);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_visit_that_comes_too_late_comes_back_and_is_seen_by_nobody_else() {
    Matter matter = done("核查二");
    Page page = phone("wei");
    page.context().setOffline(true);
    page.getByText("核查二").click();
    page.fill("textarea[name=summary]", "还在响");
    page.locator("button[name=fail]").click();
    assertThat(mine(page, "queued")).hasCount(1);
    matter.act(town().people().supervisor(), "close");
    page.context().clearCookies();
    page.context().setOffline(false);
    assertThat(page.locator("form.login .trouble")).containsText("登录已失效");

    town().people().patrolling("nan", GRID);
    logIn(page, "nan");
    assertThat(page.locator(".mine")).hasCount(0);
    page.getByText("退出").click();
    assertThat(page.locator("form.login")).isVisible();
    logIn(page, "wei");
    assertThat(mine(page, "refused")).hasCount(1);
    assertThat(mine(page, "refused").locator(".alarm")).containsText("返工");
    page.locator(".mine a").click();
    assertThat(page.locator("textarea[name=summary]")).hasValue("还在响");
    page.getByText("删除").click();
    page.getByText("再点一次").click();
    assertThat(page.locator(".mine")).hasCount(0);
    assertThat(matter.read().path("counts").path("reworks").asInt()).isZero();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_is_refused_says_why_and_goes_on_from_where_it_was_mended() {
    Matter matter = done("核查三");
    Page page = phone("wei");
    AtomicInteger asked = new AtomicInteger();
    page.route(
        "**/api/cases/*/actions",
        route -> {
          if (asked.getAndIncrement() == 1) {
            route.fulfill(
                new Route.FulfillOptions().setStatus(422).setBody("{\"detail\": \"请写明\"}"));
          } else {
            route.resume();
          }
        });
    page.getByText("核查三").click();
    take(page, "photo-after");
    page.locator("button[name=fail]").click();
    assertThat(page.locator("form > .trouble:visible").last()).containsText("不合格");
    page.fill("textarea[name=summary]", "响");
    page.locator("button[name=fail]").click();
    assertThat(mine(page, "refused").locator(".alarm")).hasText("请写明");
    page.locator(".mine a").click();
    assertThat(page.locator("form > .trouble").first()).containsText("请写明");
    page.fill("textarea[name=summary]", "踩上去还响");
    page.locator("button[name=fail]").click();
    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(matter.read().path("counts").path("reworks").asInt()).isEqualTo(1);
    assertThat(matter.traced("rework").path("words").path("reason").asText()).isEqualTo("踩上去还响");
    assertThat(matter.trace().findValuesAsText("action")).containsOnlyOnce("note");
    assertThat(screen().faults()).isEmpty();
  }

  /** A case in the grid that its unit says is done. */
  private Matter done(String summary) {
    JsonNode opened =
        town()
            .people()
            .operator()
            .post(
                "/cases",
                """
                {"type": "urban.component", "filing": "cover-rattling", "source": "hotline",
                 "subject": "manhole_cover", "condition": "rattling", "area": "%s",
                 "address": "示例路 8 号", "summary": "%s"}"""
                    .formatted(CELL, summary))
            .expect(201)
            .json();
    Matter matter = new Matter(town(), opened.path("id").asText());
    matter.act(town().people().operator(), "accept");
    matter.ledBy("municipal-works");
    Rest works = town().people().of("municipal-works");
    matter.act(works, "acknowledge");
    matter.act(works, "feed-back", "\"evidence\": [{\"kind\": \"note\", \"content\": \"已修好\"}]");
    return matter;
  }
}
