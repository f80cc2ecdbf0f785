package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What each role is there for, from end to end, without a mouse. */
class KeyboardIT extends ScreenFixture {
  private static final String WORKS = "municipal-works";
  private static final String CELL = "990001001003004";
  private static final int MOST_KEYS = 6;

  private JsonNode reported(String subject, String summary) {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "%s", "condition": "loose",
             "area": "%s", "address": "健康路 %d 号", "summary": "%s"}"""
                .formatted(subject, CELL, System.nanoTime(), summary))
        .expect(201)
        .json();
  }

  private Matter matter(String summary) {
    return new Matter(town(), reported("manhole_cover", summary).path("id").asText());
  }

  private static String number(Matter matter) {
    return matter.read().path("number").asText();
  }

  @Test
  void an_operator_has_an_alarm_dispatched_with_six_keys() {
    Page page = screen().openAs("operator", 1280, 800, "");
    page.waitForSelector("zhili-place .tools");
    try (Cover cover = Cover.ofNobody(town(), "keys-alarm")) {
      cover.says("tilted");
      Matter matter = cover.onlyCase();
      assertThat(page.locator("tbody a").first()).hasText(number(matter));
      Keyboard keys = new Keyboard(page);
      keys.press("j", "Enter");
      assertThat(page.locator("zhili-decision button.main")).isVisible();
      keys.press("j", "Enter");
      assertThat(keys.count()).isLessThanOrEqualTo(MOST_KEYS);
      assertThat(page.locator("main [role=status]")).hasText("已办理：派单。");
      Eventually.passes(() -> assertThat(matter.state()).isEqualTo("DISPATCHED"));
      assertThat(page.locator(".head .chip").first()).hasText("派单");
    }
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_unit_finds_what_it_was_given_and_says_what_it_did_and_a_supervisor_closes_it() {
    Matter matter = matter("井盖松动");
    matter.act(town().people().operator(), "accept");
    matter.ledBy(WORKS);
    town().people().of(WORKS);
    Page page = screen().openAs("of-" + WORKS, 1280, 800, "");
    Keyboard keys = found(page, number(matter));
    keys.press("j", "Enter").arrivesAt("TEXTAREA").tabTo("提交").press("Enter");
    assertThat(page.locator("main [role=status]")).hasText("已办理：签收。");
    keys.arrivesAt("反馈").press("Enter").arrivesAt("TEXTAREA").tabTo("TEXTAREA");
    keys.write("已更换井盖").tabTo("提交").press("Enter");
    assertThat(page.locator("main [role=status]")).hasText("已办理：反馈。");
    assertThat(page.locator("ol")).containsText("已更换井盖");
    assertThat(matter.state()).isEqualTo("FEEDBACK");

    Page other = screen().openAs("supervisor", 1280, 800, "");
    Keyboard supervisor = found(other, number(matter));
    supervisor.press("j").arrivesAt("核查结案").press("Enter").arrivesAt("TEXTAREA");
    supervisor.tabTo("提交").press("Enter");
    assertThat(other.locator(".head .chip").first()).hasText("结案");
    assertThat(screen().faults()).isEmpty();
  }

  /** Find a case in the queue, and open it. */
  private static Keyboard found(Page page, String number) {
    page.waitForSelector("tbody tr");
    Keyboard keys = new Keyboard(page).tabTo("search").write(number);
    assertThat(page.locator("tbody tr")).hasCount(1);
    keys.press("Tab", "j", "Enter");
    assertThat(page).hasTitle(Pattern.compile(number + " · 案件 · .*"));
    assertThat(page.locator("zhili-case .buttons button").first()).isVisible();
    return keys;
  }

  @Test
  void an_operator_decides_what_no_rule_dares_to() {
    JsonNode file = reported("unknown_cover", "无主井盖");
    Matter matter = new Matter(town(), file.path("id").asText());
    matter.act(town().people().operator(), "accept");
    Page page = screen().openAs("operator", 1280, 800, "#/reviews");
    assertThat(page.getByText(file.path("number").asText())).isVisible();
    Keyboard keys = new Keyboard(page);
    int waiting = page.locator("article").count();
    keys.press("j");
    for (int i = 1; i < waiting && !here(page, file); i++) {
      keys.press("j");
    }
    keys.tabTo("另行派单").press("Enter").arrivesAt("SELECT");
    page.keyboard().press("ArrowDown");
    keys.tabTo("TEXTAREA").write("街道已认领").tabTo("提交").press("Enter");
    assertThat(page.locator("[role=status].told")).containsText(" 已派单");
    Eventually.passes(() -> assertThat(matter.state()).isEqualTo("DISPATCHED"));
    assertThat(screen().faults()).isEmpty();
  }

  /** Whether the focus is within the review of this case. */
  private static boolean here(Page page, JsonNode file) {
    return Boolean.TRUE.equals(
        page.evaluate(
            """
            number => {
              let at = document.activeElement;
              while (at.shadowRoot?.activeElement) {
                if (at.closest('article')?.textContent.includes(number)) return true;
                at = at.shadowRoot.activeElement;
              }
              return false;
            }""",
            file.path("number").asText()));
  }

  @Test
  void an_administrator_lets_a_stranger_in() {
    String id = "keys-stranger";
    try (Device gateway = town().gateway("keys-gateway")) {
      gateway.publish(
          "zhili/v1/demo/" + id + "/up",
          "{\"device_id\": \"%s\", \"type\": \"manhole_cover\", \"status\": \"normal\"}"
              .formatted(id));
    }
    Page page = screen().openAs("admin", 1280, 800, "#/devices/inbox");
    assertThat(page.locator("article[data-name=" + id + "]")).isVisible();
    Keyboard keys = new Keyboard(page).tabTo("登记");
    while (page.locator("article[data-name=" + id + "] button:focus").count() == 0) {
      keys.tabTo("登记");
    }
    keys.press("Enter").arrivesAt("type").write("manhole_cover").tabTo("driver").press("ArrowDown");
    keys.tabTo("area").press("ArrowDown").tabTo("address").write("滨江路 9 号");
    keys.tabTo("登记").press("Enter");
    assertThat(page.locator(".done")).containsText("设备 " + id + " 已登记");
    assertThat(page.locator(".done")).isFocused();
    keys.press("Tab", "Enter");
    assertThat(page.locator("zhili-device h1")).hasText(id);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_grid_worker_reports() {
    town().people().patrolling("keys-worker", "990001001003");
    Page page = screen().loggedIn("keys-worker", 390, 844, "/field/");
    page.waitForSelector(".tiles a");
    Keyboard keys = new Keyboard(page).tabTo("A").tabTo("井盖松动、有响声");
    keys.press("Enter").arrivesAt("MAIN").tabTo("area").press("ArrowDown").tabTo("SUMMARY");
    keys.press("Enter").tabTo("summary").write("踩上去响").tabTo("发送").press("Enter");
    assertThat(page.locator(".mine li[data-state=sent]")).hasCount(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_resident_reports_and_looks_it_up_with_the_code() {
    Page page = screen().at(390, 844, "/residents/");
    Keyboard keys = new Keyboard(page).tabTo("我要上报").press("Enter").arrivesAt("MAIN");
    page.waitForSelector("input[name=matter]");
    keys.tabTo("matter").press("Space").tabTo("area").press("ArrowDown");
    page.waitForCondition(() -> page.locator("select").count() > 1);
    keys.tabTo("address").write("健康路口 " + System.nanoTime());
    keys.tabTo("summary").write("井盖没了").tabTo("提交上报").press("Enter");
    assertThat(page.locator(".thanks")).containsText("已收到");
    String code = page.locator(".code").textContent();
    keys.arrivesAt("MAIN");
    page.navigate(page.url().replaceFirst("#.*", "#/"));
    keys.tabTo("code").write(code).press("Enter");
    assertThat(page.locator("h1")).hasText("上报");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_a_resident_has_half_written_outlives_another_language() {
    Page page = screen().at(390, 844, "/residents/#/report");
    page.locator("input[name=matter]").nth(1).check();
    page.locator("select").selectOption("990001001");
    page.locator("select").nth(1).selectOption("990001001001");
    page.fill("input[name=address]", "健康路口");
    page.fill("textarea[name=summary]", "写了一半");
    page.getByText("English").click();
    assertThat(page.locator("h1")).hasText("Report a problem");
    assertThat(page.locator("input[name=matter]").nth(1)).isChecked();
    assertThat(page.locator("select").nth(1)).hasValue("990001001001");
    assertThat(page.locator("input[name=address]")).hasValue("健康路口");
    assertThat(page.locator("textarea[name=summary]")).hasValue("写了一半");
  }
}
