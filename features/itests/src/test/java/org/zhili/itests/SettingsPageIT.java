package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The settings at the console: forms that are made of what parts say of themselves. */
class SettingsPageIT extends ScreenFixture {
  private static final int NARROW = 390;
  private static final double SOON_MILLISECONDS = 15_000;

  @Test
  void a_setting_is_refused_changed_in_force_and_put_back() throws IOException {
    Path file = town().home().resolve("etc/org.zhili.broker.cfg");
    String before = Files.readString(file).strip();
    Page page = screen().openAs("admin", NARROW, 844, "#/settings/org.zhili.broker");
    assertThat(page.locator("h2")).hasText("MQTT 消息服务");

    Locator most = one(page, "maxConnections");
    most.locator("input").fill("0");
    save(page);
    assertThat(most.locator(".fault")).isVisible(soon());
    assertThat(most.locator("input")).hasAttribute("aria-invalid", "true");
    most.locator("input").fill("5000");
    save(page);
    assertThat(page.locator(".told")).isVisible(soon());
    Eventually.passes(
        () ->
            assertThat(Files.readString(file))
                .as("all that was in the file stays")
                .startsWith(before)
                .contains("maxConnections = 5000"));
    fits(page);

    most.getByText("恢复缺省值").click();
    save(page);
    assertThat(page.locator(".told")).isVisible(soon());
    Eventually.passes(() -> assertThat(Files.readString(file).strip()).isEqualTo(before));

    assertThat(page.locator("nav a[href='#/audit']")).hasCount(0);
    town().people().auditAdministrator();
    Page audit = screen().openAs("audit", NARROW, 844, "#/audit");
    assertThat(audit.locator("tbody")).containsText("org.zhili.broker maxConnections");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_part_that_had_no_file_gets_one_and_what_it_refuses_by_itself_is_told_at_the_field() {
    Path file = town().home().resolve("etc/org.zhili.access.cfg");
    Page page = screen().openAs("admin", 1280, 844, "#/settings/org.zhili.access");
    Locator hours = one(page, "sessionHours");
    hours.locator("input").fill("10");
    save(page);
    assertThat(page.locator(".told")).isVisible(soon());
    Eventually.passes(() -> assertThat(Files.readString(file)).contains("sessionHours = 10"));
    hours.getByText("恢复缺省值").click();
    save(page);
    assertThat(page.locator(".told")).isVisible(soon());

    page.locator("a[href='#/settings/org.zhili.ingestion']").click();
    Locator topics = one(page, "topics");
    topics.locator("input").fill("zhili/#/up");
    save(page);
    assertThat(topics.locator(".fault")).isVisible(soon());
    assertThat(Screen.barriers(page)).isEmpty();
    page.getByText("取消").click();
    assertThat(topics.locator("input")).hasValue("zhili/v1/+/+/up");

    page.locator("a[href='#/settings/org.zhili.database']").click();
    assertThat(one(page, "url").locator("input")).isDisabled();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void nobody_overwrites_what_somebody_else_has_just_changed() {
    Page first = screen().openAs("admin", 1280, 844, "#/settings/org.zhili.access");
    Page second = screen().openAs("admin", NARROW, 844, "#/settings/org.zhili.access");
    one(first, "browserIdleMinutes").locator("input").fill("41");
    one(second, "browserIdleMinutes").locator("input").fill("42");
    save(first);
    assertThat(first.locator(".told")).isVisible(soon());
    save(second);
    assertThat(second.locator(".trouble")).containsText("已被他人修改");
    assertThat(Screen.barriers(second)).isEmpty();
    second.reload();
    assertThat(one(second, "browserIdleMinutes").locator("input")).hasValue("41");
    one(second, "browserIdleMinutes").getByText("恢复缺省值").click();
    save(second);
    assertThat(second.locator(".told")).isVisible(soon());
  }

  /** A Wednesday long ago, so that nothing of other tests falls due by it. */
  @Test
  void a_day_of_the_calendar_is_drafted_mended_tried_on_past_cases_and_published() {
    Page page = screen().openAs("admin", NARROW, 844, "#/calendar");
    assertThat(page.locator(".months h3")).hasCount(12);
    fits(page);
    while (!page.locator(".year h2").innerText().equals("2024")) {
      page.locator(".year button").first().click();
    }
    Locator day = page.locator("[data-day='2024-03-06']");
    day.press("Space");
    assertThat(day).hasClass("holiday ");
    Locator row = page.locator(".days tr", new Page.LocatorOptions().setHasText("2024-03-06"));
    page.reload();
    while (!page.locator(".year h2").innerText().equals("2024")) {
      page.locator(".year button").first().click();
    }
    assertThat(day).hasClass("holiday ");
    publish(page);
    assertThat(row.locator(".fault").first()).isVisible(soon());
    assertThat(Screen.barriers(page)).isEmpty();
    row.locator("input").first().fill("地方节日");
    row.locator("input").last().fill("市政府通知");
    row.locator("input").last().blur();
    page.locator("form.row button.main").click();
    assertThat(page.locator(".found h3").first()).containsText("若按草稿执行");
    publish(page);
    assertThat(page.locator(".told")).isVisible(soon());
    assertThat(page.locator(".editions li").first()).containsText("试用");
    page.locator(".editions button").first().click();
    assertThat(page.locator(".editions .changes")).containsText("地方节日");
    assertThat(Screen.barriers(page)).isEmpty();
    fits(page);
    assertThat(screen().faults()).isEmpty();
  }

  private static void publish(Page page) {
    page.locator("[name=reason]").fill("试用");
    page.locator("form button.main").last().click();
  }

  @Test
  void the_catalogue_and_the_case_types_are_forms() {
    Page page = screen().openAs("admin", 1280, 844, "#/catalogue");
    page.locator("[data-row] button").first().click();
    assertThat(page.locator(".fields select").first()).isVisible();
    assertThat(Screen.barriers(page)).isEmpty();
    page.locator("nav a[href='#/case-types']").click();
    assertThat(page.locator("details .limit input").first()).isVisible();
    assertThat(Screen.barriers(page)).isEmpty();
    page.locator("nav a[href='#/plug-ins']").click();
    assertThat(page.locator("zhili-trust h3")).hasCount(2);
    assertThat(Screen.barriers(page)).isEmpty();
    assertThat(screen().faults()).isEmpty();
  }

  private static Locator one(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  private static void save(Page page) {
    page.locator("form button.main").click();
  }

  /** A part is given a few seconds to refuse. */
  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLISECONDS);
  }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }
}
