package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Who is at the console, from when to when: nobody loses what they write, and nobody acts as
 * another.
 */
class SessionPageIT extends ScreenFixture {
  private static final String WORDS = "井盖旁已围护，等待配件到货。";
  private static final String CHOSEN = "Seven-lanterns-on-the-lake-8";

  @Test
  void what_somebody_writes_is_there_when_they_are_back() {
    Page page = screen().openAs("operator", 390, 844, "#/cases/" + reported());
    write(page);
    page.context().clearCookies(); // the session is over
    ask(page);
    Locator door = page.locator("dialog");
    assertThat(door).containsText("登录已失效");
    assertThat(page.locator("zhili-action textarea").first()).isHidden();
    assertThat(Screen.barriers(page)).isEmpty();
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(door).isVisible();
    assertThat(door.locator("input[name=account]")).hasValue("operator");
    comeBack(door, "operator");
    assertThat(door).hasCount(0);
    assertThat(page.locator("zhili-action textarea").first()).hasValue(WORDS);
    page.locator("zhili-action button").click();
    assertThat(page.locator("main [role=status]")).hasText("已办理：备注。");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void who_comes_instead_sees_nothing_of_what_was_written() {
    Page page = screen().openAs("operator", 1280, 800, "#/cases/" + reported());
    write(page);
    page.context().clearCookies();
    ask(page);
    comeBack(page.locator("dialog"), "supervisor");
    assertThat(page.locator("header .who")).hasText("supervisor");
    assertThat(page.locator("zhili-action")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void nothing_is_done_for_one_account_by_the_session_of_another() {
    String number = reported();
    Page page = screen().openAs("operator", 1280, 800, "#/cases/" + number);
    write(page);
    APIResponse other =
        page.context() // a window beside it, which has the same cookies
            .request()
            .post(
                page.url().replaceFirst("/console/.*", "/api/session/cookie"),
                RequestOptions.create()
                    .setHeader("X-Requested-With", "test")
                    .setData(Map.of("name", "supervisor", "password", People.PASSWORD)));
    assertThat(other).isOK();
    ask(page);
    assertThat(page.locator("dialog")).containsText("另一账号");
    assertThat(page.locator("header .who")).hasText("operator");
    assertThat(town().people().operator().get("/cases/" + number + "/trace").expect(200).body())
        .doesNotContain(WORDS);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void whoever_wants_another_password_chooses_one() {
    String name = "in-990001001001";
    town().people().in("990001001001");
    Page page = screen().openAs(name, 1280, 800, "");
    choose(page, People.PASSWORD, CHOSEN);
    assertThat(page.locator("dialog [role=status]")).hasText("密码已修改。");
    page.locator("dialog button").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("nav a").first()).isVisible();
    choose(page, CHOSEN, People.PASSWORD); // as others who share the town know it
    assertThat(page.locator("dialog [role=status]")).hasText("密码已修改。");
    assertThat(screen().faults()).isEmpty();
  }

  private static void write(Page page) {
    page.locator("zhili-case .buttons button").getByText("备注").click();
    page.locator("zhili-action textarea").first().fill(WORDS);
  }

  /** What a page does by itself now and then. */
  private static void ask(Page page) {
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  private static void comeBack(Locator door, String account) {
    door.locator("input[name=account]").fill(account);
    door.locator("input[name=password]").fill(People.PASSWORD);
    door.locator("input[name=password]").press("Enter");
  }

  private static void choose(Page page, String old, String fresh) {
    page.locator("header .who").click();
    page.locator("dialog input[name=old]").fill(old);
    page.locator("dialog input[name=fresh]").fill(fresh);
    page.locator("dialog input[name=again]").fill(fresh);
    page.locator("dialog input[name=again]").press("Enter");
  }

  private String reported() {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "filing": "cover-rattling", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001001001001", "address": "会话路 %d 号", "summary": "井盖松动"}"""
                .formatted(System.nanoTime()))
        .expect(201)
        .json()
        .path("number")
        .asText();
  }
}
