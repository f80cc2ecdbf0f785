package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.itests.garden.GardenModule;

/** People at the console, in a real browser. */
@ExtendWith(SharedTown.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
  /** Soon enough for whoever waits for a module's page. */
  private static final double SOON_MILLISECONDS = 3000;

  private static final String XSS = "<img src=x onerror=alert(1)>";

  private Town town;
  private Screen screen;

  @BeforeAll
  void open(Town shared) {
    Optional<Path> chromium = Screen.chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine; .ci/run installs one");
    town = shared;
    town.people().operator();
    town.people().administrator();
    screen = Screen.of(chromium.get(), town);
  }

  @AfterAll
  void close() {
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  void an_operator_finds_a_case_and_takes_it_on_by_keys_alone() {
    String number = reported("中山路 100 号 " + XSS, "井盖松动 " + XSS);
    Page page = screen.openAs("operator", 1280, 800, "");
    page.fill("input[type=search]", number);
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("td.what")).containsText(XSS);
    page.locator("input[type=search]").blur();
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page.locator("zhili-case h1")).containsText("井盖松动 " + XSS);
    assertThat(page.locator("zhili-case dl").first()).containsText("中山路 100 号 " + XSS);

    page.getByText("受理", new Page.GetByTextOptions().setExact(true)).first().press("Enter");
    page.locator("zhili-action button").press("Enter");
    assertThat(page.locator("ol")).containsText("受理");
    assertThat(page.locator("zhili-action")).hasCount(0);
    assertThat(town.people().operator().read("/cases/" + number).path("state").asText())
        .isNotEqualTo("REPORTED");
    page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h2").first()).hasText("Actions");
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void the_menu_follows_modules_and_a_page_that_breaks_takes_nothing_along(@TempDir Path folder)
      throws Exception {
    Path jar = BundleJar.of(GardenModule.class, folder.resolve("garden.jar"));
    Page page = screen.openAs("operator", 1280, 800, "");
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
    assertThat(screen.faults()).allMatch(fault -> fault.contains("weeds.js"));
    screen.faults().clear();

    shelf("remove org.zhili.itests.garden");
    assertThat(beds)
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SOON_MILLISECONDS));
    page.navigate(page.url().replaceFirst("#.*", "#/beds"));
    assertThat(page.locator("main")).containsText("该页面的模块已停用");
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void whoever_is_wrong_is_told_so_and_whoever_leaves_is_gone() {
    Page page = screen.open(390, 844, "");
    page.fill("input[name=account]", "operator");
    page.fill("input[name=password]", "not the password");
    page.locator("input[name=password]").press("Enter");
    assertThat(page.locator("[role=alert]")).containsText("账号或密码不正确");
    page.fill("input[name=password]", People.PASSWORD);
    page.locator("input[name=password]").press("Enter");
    assertThat(page.locator("nav a").first()).hasText("案件");
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
    page.getByText("退出", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("zhili-login")).isVisible();
    page.reload();
    assertThat(page.locator("zhili-login")).isVisible();
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void an_administrator_sees_how_plug_ins_answer() {
    Page page = screen.openAs("admin", 1280, 800, "#/plug-ins");
    assertThat(page.locator("tbody tr", row("city-json"))).containsText("正常");
    assertThat(page.locator("nav a[href='#/reviews']")).hasCount(0);
    assertThat(screen.faults()).isEmpty();
  }

  private static Page.LocatorOptions row(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void shelf(String words) {
    assertThat(town.console().run("zhili:module " + words)).doesNotContain("[!]");
  }

  private String reported(String address, String summary) {
    return town.people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001001001001", "address": "%s", "summary": "%s"}"""
                .formatted(address, summary))
        .expect(201)
        .json()
        .path("number")
        .asText();
  }
}
