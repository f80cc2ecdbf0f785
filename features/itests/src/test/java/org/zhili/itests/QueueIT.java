package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The queue of cases: what narrows it stands in its address, and what is told to the desk comes
 * into it.
 */
class QueueIT extends ScreenFixture {
  private static final String WORKS = "municipal-works";
  private static final String CELL = "990001001001003";

  @Test
  void what_narrows_the_queue_outlives_a_reload_and_can_be_sent_to_a_colleague() {
    String address = "长安路 " + System.nanoTime();
    Matter back = reported(address);
    back.act(town().people().operator(), "accept");
    back.ledBy(WORKS);
    back.act(town().people().of(WORKS), "request-return", "\"reason\": \"不属本单位\"");
    reported(address);
    Page page = screen().openAs("operator", 1280, 800, "");
    page.fill("input[type=search]", address);
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.getByText("筛选").click();
    page.selectOption("select[name=standing]", "RETURN_REQUESTED");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.selectOption("select[name=unit]", WORKS);
    page.fill("input[name=area]", "槐荫社区");
    page.locator("input[name=area]").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*#/cases\\?.*standing=RETURN_REQUESTED.*"));
    assertThat(page).hasURL(Pattern.compile(".*area=990001001001&unit=municipal-works.*"));
    assertThat(page.locator("tbody tr")).hasCount(1);
    String link = page.url();
    page.reload();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("select[name=standing]")).hasValue("RETURN_REQUESTED");
    assertThat(page.locator("input[name=area]")).hasValue("示例东街道 / 槐荫社区");
    assertThat(page.locator("zhili-take").first()).hasJSProperty("path", "exports/" + query(link));
    assertThat(Screen.barriers(page)).isEmpty();

    page.locator("tbody a").click();
    page.getByText("← 返回列表").click();
    assertThat(page).hasURL(link);
    assertThat(page.locator("tbody tr")).hasCount(1);
    Page colleague = screen().openAs("supervisor", 390, 844, link.substring(link.indexOf('#')));
    assertThat(colleague.locator("tbody tr")).hasCount(1);
    assertThat(colleague.locator("tbody .level")).isVisible();
    assertThat(colleague.locator("tbody .unit")).hasText("市政设施管理中心");
    assertThat(Screen.barriers(colleague)).isEmpty();
    page.locator("nav a[href='#/cases']").click();
    assertThat(page.locator("select[name=standing]")).hasValue("");
    assertThat(screen().faults()).isEmpty();
  }

  /** What the queue asks for under this address, in the order in which it asks. */
  private static String query(String link) {
    String text = link.replaceFirst(".*[?&](text=[^&]*).*", "$1").replace("+", "%20");
    return "cases?ended=false&"
        + text
        + "&sort=reported&standing=RETURN_REQUESTED"
        + "&area=990001001001&unit=municipal-works";
  }

  @Test
  void what_does_not_fit_on_a_page_is_on_the_next() {
    String address = "和平路 " + System.nanoTime();
    for (int i = 0; i < 3; i++) {
      reported(address);
    }
    Page page = screen().openAs("operator", 1280, 800, "#/cases?text=" + address);
    page.route(
        "**/api/cases?*", // pages of two, so that three cases are enough
        route -> {
          String asked = route.request().url().replace("limit=200", "limit=2");
          route.resume(new Route.ResumeOptions().setUrl(asked.replace("limit=50", "limit=1")));
        });
    page.reload();
    Locator rows = page.locator("tbody tr");
    assertThat(rows).hasCount(1);
    page.getByText("显示更多").click();
    assertThat(rows).hasCount(2);
    String first = rows.first().innerText();
    page.getByText("下一页").click();
    assertThat(rows).hasCount(1);
    assertThat(rows.first().innerText()).isNotEqualTo(first);
    assertThat(page.getByText("下一页")).isDisabled();
    page.getByText("上一页").click();
    assertThat(rows).hasCount(2);
    assertThat(rows.first().innerText()).isEqualTo(first);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_the_telephone_says_becomes_one_case_without_a_mouse() {
    String address = "人民路 " + System.nanoTime();
    String number = reported(address).read().path("number").asText();
    Page page = screen().openAs("operator", 1280, 800, "");
    page.waitForSelector("zhili-place .tools");
    Keyboard keys = new Keyboard(page).press("n").arrivesAt("matter");
    keys.press("Escape").arrivesAt("登记").press("n").arrivesAt("matter");
    page.selectOption("select[name=matter]", "cover-rattling");
    keys.tabTo("area").write("槐荫社区第3网格").tabTo("address").write(address);
    assertThat(page.locator(".alike")).containsText(number);
    keys.tabTo("summary").write("来电反映井盖响").tabTo("severity").press("ArrowDown");
    keys.tabTo("photo-before").tabTo("登记");
    assertThat(Screen.barriers(page)).isEmpty();
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
    keys.press("Enter");
    page.waitForCondition(() -> lost.get() > 0);
    assertThat(page.locator("zhili-register [role=alert]")).containsText("无法连接");
    page.locator("zhili-register button.main").focus();
    keys.press("Enter");
    assertThat(page.locator("zhili-case h1")).hasText("来电反映井盖响");
    assertThat(page.locator("zhili-case dl")).containsText("紧急");
    Locator rows = page.locator("tbody tr");
    page.getByText("← 返回列表").click();
    page.fill("input[type=search]", address);
    assertThat(rows).hasCount(2);
    assertThat(screen().faults()).isEmpty();
  }

  private Matter reported(String address) {
    String id =
        town()
            .people()
            .operator()
            .post(
                "/cases",
                """
                {"type": "urban.component", "filing": "cover-rattling", "source": "hotline",
                 "subject": "manhole_cover", "condition": "loose", "area": "%s", "address": "%s",
                 "summary": "井盖有响声"}"""
                    .formatted(CELL, address))
            .expect(201)
            .json()
            .path("id")
            .asText();
    return new Matter(town(), id);
  }
}
