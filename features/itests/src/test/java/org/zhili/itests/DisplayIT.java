package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A screen on the wall with an account of its own, in a real browser. */
class DisplayIT extends ScreenFixture {
  private static final String DISPLAY = "hall-screen";
  private static final String WROTE = "王小明来电反映井盖松动";

  @Test
  void a_display_has_the_wall_alone_and_is_told_nothing_people_wrote() {
    town().people().display(DISPLAY);
    reported();
    Page page = screen().loggedIn(DISPLAY, 1920, 1080, "/console/");
    List<Response> heard = new ArrayList<>();
    page.onResponse(heard::add);
    page.reload();
    assertThat(page.locator(".counts b").first()).hasText(Pattern.compile("[1-9]\\d*"));
    assertThat(page.locator(".side section").nth(1)).containsText("部件问题");
    assertThat(page.locator("zhili-place")).not().containsText("王小明");
    assertThat(List.copyOf(heard))
        .filteredOn(answer -> answer.url().contains("/api/cases"))
        .hasSizeGreaterThan(3)
        .noneMatch(answer -> answer.text().contains("王小明"));
    assertThat(page.locator("nav")).hasCount(0);
    assertThat(screen().faults()).isEmpty();
    assertThat(Screen.barriers(page)).isEmpty();

    page.navigate(page.url().replaceFirst("#.*|$", "#/cases"));
    assertThat(page.locator(".counts b").first()).isVisible();
    assertThat(page.locator("nav")).hasCount(0);
    page.locator("header button").click();
    assertThat(page.locator("zhili-login")).isVisible();
  }

  private void reported() {
    town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001002001003", "address": "中山路 %d 号",
             "position": {"latitude": 39.8031, "longitude": 101.6088}, "summary": "%s"}"""
                .formatted(System.nanoTime(), WROTE))
        .expect(201);
  }
}
