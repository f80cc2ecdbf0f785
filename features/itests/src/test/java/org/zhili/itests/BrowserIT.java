package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.itests.garden.GardenModule;

/** People at the console, in a real browser. */
class BrowserIT extends ScreenFixture {
  /** Soon enough for whoever waits for a module's page. */
  private static final double SOON_MILLISECONDS = 3000;

  private static final String WORKS = "municipal-works";

  @Test
  void a_unit_does_what_it_was_given_and_is_graded_down_to_the_case() {
    town().people().of(WORKS);
    String number = reported("中山路 102 号", "井盖松动");
    Page desk = screen().openAs("operator", 1280, 800, "#/cases/" + number);
    doing(desk, "受理");
    assertThat(desk.locator("zhili-case")).containsText("市政设施管理中心");

    Page page = screen().openAs("of-" + WORKS, 390, 844, "#/cases/" + number);
    doing(page, "签收");
    exactly(page, "反馈").click();
    assertThat(page.locator("zhili-action textarea").last()).hasAttribute("required", "");
    page.locator("zhili-action textarea").last().fill("已更换井盖");
    page.locator("zhili-action button").click();
    assertThat(page.locator("main [role=status]")).hasText("已办理：反馈。");
    assertThat(page.locator("ol")).containsText("已更换井盖");

    Page other = screen().openAs("supervisor", 1280, 800, "#/cases/" + number);
    doing(other, "核查结案");
    assertThat(page.locator(".head .chip").first()).hasText("结案");

    enoughToBeGraded();
    String day = number.replaceFirst("ZL-(....)(..)(..)-.*", "$1-$2-$3");
    exactly(other, "评分").click();
    other.fill("input[name=from]", day);
    other.fill("input[name=to]", day);
    other.click("button[value=grade]");
    other.locator("td.unit a[href*='" + WORKS + "']").click();
    assertThat(other.locator("tbody tr", row(number))).containsText("达标");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void nothing_keeps_anybody_from_logging_in() {
    Page login = screen().open(390, 844, "");
    login.waitForSelector("zhili-login");
    assertThat(Screen.barriers(login)).isEmpty();
    login.evaluate(
        "document.querySelector('zhili-shell').shadowRoot.querySelector('header').style.color = '#3b8d9b'");
    assertThat(Screen.barriers(login)).as("a planted one").isNotEmpty();
  }

  @Test
  void the_menu_follows_modules_and_a_page_that_breaks_takes_nothing_along(@TempDir Path folder)
      throws Exception {
    Path jar = BundleJar.of(GardenModule.class, folder.resolve("garden.jar"));
    Page page = screen().openAs("operator", 1280, 800, "");
    Locator beds = page.locator("nav a[href='#/beds']");
    assertThat(beds).hasCount(0);
    shelf("install " + jar);
    assertThat(beds)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLISECONDS));
    beds.click();
    assertThat(page.locator("main")).containsText("The town answers.");

    page.locator("nav a[href='#/weeds']").click();
    assertThat(page.locator("zhili-place [role=alert]")).containsText("其他页面不受影响");
    page.locator("nav a[href='#/cases']").click();
    assertThat(page.locator("main h1")).hasText("案件");
    assertThat(screen().faults()).allMatch(fault -> fault.contains("weeds.js"));
    screen().faults().clear();

    shelf("remove org.zhili.itests.garden");
    assertThat(beds)
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SOON_MILLISECONDS));
    page.navigate(page.url().replaceFirst("#.*", "#/beds"));
    assertThat(page.locator("main")).containsText("该页面的模块已停用");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void whoever_is_wrong_is_told_so_and_whoever_leaves_is_gone() {
    Page page = screen().open(390, 844, "");
    page.fill("input[name=account]", "operator");
    page.fill("input[name=password]", "not the password");
    page.locator("input[name=password]").press("Enter");
    assertThat(page.locator("[role=alert]")).containsText("账号或密码不正确");
    page.fill("input[name=password]", People.PASSWORD);
    page.locator("input[name=password]").press("Enter");
    assertThat(page.locator("nav a").first()).hasText("案件");
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
    exactly(page, "退出").click();
    assertThat(page.locator("zhili-login")).isVisible();
    page.reload();
    assertThat(page.locator("zhili-login")).isVisible();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void an_administrator_sees_how_plug_ins_answer() {
    Page page = screen().openAs("admin", 1280, 800, "#/plug-ins");
    assertThat(page.locator("tbody tr", row("city-json"))).containsText("正常");
    assertThat(page.locator("nav a[href='#/reviews']")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  /** What says this and nothing else. */
  private static Locator exactly(Page page, String text) {
    return page.getByText(text, new Page.GetByTextOptions().setExact(true)).first();
  }

  /** A grade takes five cases. */
  private void enoughToBeGraded() {
    for (int i = 1; i < 5; i++) {
      Matter matter = new Matter(town(), reported("中山路 " + (110 + i) + " 号", "井盖松动"));
      matter.act(town().people().operator(), "accept");
      matter.ledBy(WORKS).finish(WORKS);
    }
  }

  /** Open a form, leave it as it is, and send it. */
  private static void doing(Page page, String action) {
    exactly(page, action).click();
    page.locator("zhili-action button").click();
    assertThat(page.locator("main [role=status]")).hasText("已办理：" + action + "。");
  }

  private static Page.LocatorOptions row(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void shelf(String words) {
    assertThat(town().console().run("zhili:module " + words)).doesNotContain("[!]");
  }

  private String reported(String address, String summary) {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "filing": "cover-rattling", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001001001001", "address": "%s", "summary": "%s"}"""
                .formatted(address, summary))
        .expect(201)
        .json()
        .path("number")
        .asText();
  }
}
