package org.zhili.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** A resident with a phone. */
abstract class ResidentFixture extends ScreenFixture {
  /** Live: how old what is shown may be. */
  private static final double LIVE_MILLISECONDS = 5000;

  static void report(Page page, String matter, String address, String summary) {
    page.locator("input[name=matter][value=" + matter + "]").check();
    page.locator("select").selectOption("990001001");
    page.locator("select").nth(1).selectOption("990001001001");
    page.fill("input[name=address]", address);
    page.fill("textarea[name=summary]", summary);
    page.locator("input[name=forAnother]").check();
    page.getByText("提交上报").click();
  }

  Page phone(String path) {
    return screen().at(390, 844, "/residents/" + path);
  }

  static LocatorAssertions.HasTextOptions live() {
    return new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MILLISECONDS);
  }

  JsonNode reported(String subject, String condition, String filing) {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "filing": "%s", "source": "hotline", "subject": "%s",
             "condition": "%s", "area": "990001001001001", "address": "示例路 8 号",
             "summary": "居民来电"}"""
                .formatted(filing, subject, condition))
        .expect(201)
        .json();
  }
}
