package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** What residents have written, which no key and no change of the town may take from them. */
class ResidentDraftIT extends ResidentFixture {
  @Test
  void whoever_says_it_is_the_same_follows_it_by_a_code_of_their_own() {
    Page first = phone("#/report");
    report(first, "bin-full", "竹影巷 3 号", "桶满了");
    assertThat(first.locator(".code")).isVisible();
    Page second = phone("#/report");
    report(second, "bin-full", "竹影巷3号", "今天更满");
    second.locator(".nearby").getByText("是同一件事").click();
    assertThat(second.locator(".code")).isVisible();
    assertThat(second.locator(".code")).not().hasText(first.locator(".code").textContent());
    assertThat(second.locator(".joined")).isVisible();
    assertThat(Screen.barriers(second)).isEmpty();

    String number = first.locator(".card p").first().textContent().replaceFirst(".* · ", "");
    JsonNode file = town().people().operator().read("/cases/" + number);
    Matter matter = new Matter(town(), file.path("id").asText());
    assertThat(matter.trace().toString()).contains("今天更满");
    matter.act(town().people().operator(), "accept");
    assertThat(second.locator("h1")).not().hasText("上报", live());
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void the_key_back_leads_from_what_is_nearby_to_what_was_written() {
    Page first = phone("#/report");
    report(first, "bin-full", "柳荫巷 5 号", "桶满了");
    assertThat(first.locator(".code")).isVisible();
    Page page = phone("#/report");
    report(page, "bin-full", "柳荫巷5号", "又满了");
    assertThat(page.locator(".nearby li")).hasCount(1);
    page.goBack();
    assertThat(page.locator("textarea[name=summary]")).hasValue("又满了");
    assertThat(page.locator("input[name=address]")).hasValue("柳荫巷5号");
    page.reload();
    assertThat(page.locator("textarea[name=summary]")).hasValue("又满了");
    assertThat(page.locator("select").nth(1)).hasValue("990001001001");
    page.goBack();
    page.goForward();
    assertThat(page.locator("textarea[name=summary]")).hasValue("又满了");
    page.getByText("提交上报").click();
    page.getByText("都不是，继续上报").click();
    assertThat(page.locator(".code")).isVisible();
    page.locator("header .name").click();
    page.locator("a[href='#/report']").click();
    assertThat(page.locator("textarea[name=summary]")).hasValue("");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_could_not_be_loaded_is_tried_again_by_a_button() {
    Page page = phone("");
    page.route(
        "**/api/public/reports/matters",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<html>")));
    page.locator("a[href='#/report']").click();
    assertThat(page.locator("[role=alert]")).isVisible();
    page.unroute("**/api/public/reports/matters");
    page.getByText("重试").click();
    assertThat(page.locator("input[name=address]")).isVisible();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void words_to_those_who_handle_it_stay_when_they_can_no_longer_be_sent() {
    JsonNode file = reported("manhole_cover", "loose", "cover-rattling");
    Matter matter = new Matter(town(), file.path("id").asText());
    matter.act(town().people().operator(), "accept");
    matter.ledBy("municipal-works");
    Page page = phone("#/" + file.path("publicCode").asText());
    page.locator("details summary").first().click();
    page.fill("textarea[name=reason]", "孩子每天都从这里走");
    matter.finish("municipal-works");
    assertThat(page.locator("h1")).hasText("结案", live());
    assertThat(page.locator(".over")).containsText("不能提交");
    assertThat(page.locator("textarea[name=reason]").first()).hasValue("孩子每天都从这里走");
    assertThat(page.locator(".stars")).isVisible();

    page.fill("textarea[name=comment]", "修得不错");
    page.locator("details summary").last().click();
    page.locator("textarea[name=reason]").last().fill("又松了");
    page.locator("input[name=solved][value=yes]").check();
    page.locator(".stars label").nth(4).click();
    page.locator("form.card button.main").click();
    assertThat(page.locator(".stars")).hasCount(0);
    assertThat(page.locator("textarea[name=reason]").last()).hasValue("又松了");
    assertThat(screen().faults()).isEmpty();
  }
}
