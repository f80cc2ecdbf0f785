package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** What waits on a grid worker's phone, while something between it and the town is in the way. */
class FieldQueueIT extends FieldFixture {
  private static final String HTML = "<html><body>no</body></html>";

  @Test
  void one_report_that_the_town_cannot_take_keeps_no_other_waiting() {
    Page page = phone("wei");
    page.route(
        "**/api/cases",
        route -> {
          if (String.valueOf(route.request().postData()).contains("卡住的")) {
            route.fulfill(new Route.FulfillOptions().setStatus(502).setBody(HTML));
          } else {
            route.resume();
          }
        });
    page.context().setOffline(true);
    write(page, "卡住的");
    send(page);
    write(page, "后面的");
    send(page);
    assertThat(mine(page, "queued")).hasCount(2);
    page.context().setOffline(false);

    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(cases("后面的")).hasSize(1);
    assertThat(mine(page, "queued")).hasCount(1);
    assertThat(mine(page, "queued").locator(".hitch")).containsText("502");
    page.unroute("**/api/cases");
    page.reload();
    assertThat(mine(page, "sent")).hasCount(2);
    assertThat(cases("卡住的")).hasSize(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_a_proxy_finds_too_large_comes_back_whole_and_says_so() {
    Page page = phone("wei");
    page.route(
        "**/api/attachments*",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(413).setBody(HTML)));
    write(page, "太大的");
    send(page);
    assertThat(mine(page, "refused").locator(".alarm")).containsText("太大");
    page.unroute("**/api/attachments*");
    page.locator(".mine a").click();
    assertThat(page.locator("textarea[name=summary]")).hasValue("太大的");
    assertThat(page.locator(".photos img")).hasCount(1);
    send(page);
    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(cases("太大的")).hasSize(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_photo_that_is_still_being_prepared_goes_along_when_it_is_sent() {
    Page page = phone("wei");
    page.evaluate(
        """
        () => {
          const real = createImageBitmap;
          window.createImageBitmap = async (...given) => {
            await new Promise(done => { window.prepared = done; });
            return real(...given);
          };
        }""");
    begin(page);
    page.selectOption("select[name=area]", CELL);
    page.click("summary");
    page.fill("textarea[name=summary]", "照片还没好");
    page.setInputFiles("input[name=photo-before]", photo());
    send(page);
    assertThat(page.locator("form > .trouble:visible")).containsText("照片还在处理");
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(window.prepared)")));
    page.evaluate("window.prepared()");
    assertThat(mine(page, "sent")).hasCount(1);
    String id = cases("照片还没好").get(0).path("id").asText();
    assertThat(town().people().operator().read("/cases/" + id + "/attachments")).hasSize(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void whoever_logs_out_is_told_what_waits_and_a_colleague_how_much_of_it() {
    Page page = phone("wei");
    page.route(
        "**/api/cases",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody(HTML)));
    write(page, "交班前没发出的");
    send(page);
    assertThat(mine(page, "queued").locator(".hitch")).isVisible();
    logOut(page);
    assertThat(page.locator("dialog")).containsText("还有 1 件未发送");
    assertThat(Screen.barriers(page)).isEmpty();
    page.getByText("先不退出").click();
    assertThat(mine(page, "queued")).hasCount(1);
    logOut(page);
    page.getByText("仍然退出").click();

    assertThat(page.locator("form.login")).isVisible();
    town().people().patrolling("nan", GRID);
    logIn(page, "nan");
    assertThat(page.locator(".colleagues")).containsText("同事的 1 件");
    assertThat(page.locator("main")).not().containsText("交班前没发出的");
    assertThat(page.locator(".mine")).hasCount(0);
    logOut(page);
    page.unroute("**/api/cases");
    logIn(page, "wei");
    assertThat(mine(page, "sent")).hasCount(1);
    assertThat(page.locator(".colleagues")).hasCount(0);
    assertThat(cases("交班前没发出的")).hasSize(1);
    assertThat(screen().faults()).isEmpty();
  }
}
