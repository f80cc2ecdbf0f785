package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The town from above, in a real browser; what is asked of another host is a fault of the page. */
class MapBrowserIT extends ScreenFixture {
  /**
   * The wall gathers for three seconds what changes; what it asks for by itself comes in fifteen.
   */
  private static final double SOON_MILLISECONDS = 8000;

  private static final String SPOTS = "zhili-atlas";

  @Test
  void a_case_is_found_on_the_map_by_the_mouse_and_beside_it_by_keys() {
    String summary = "井盖松动 " + System.nanoTime();
    reported(summary + XSS, 39.8027, 101.6029);
    Page page = screen().openAs("operator", 1280, 800, "#/map");
    Locator listed = page.locator(".side li", new Page.LocatorOptions().setHasText(summary));
    assertThat(listed).containsText(XSS);
    assertThat(page.locator(SPOTS + " .leaflet-tooltip.name").first()).isVisible();

    page.locator(SPOTS).scrollIntoViewIfNeeded();
    String[] at =
        Objects.toString(
                page.locator(SPOTS)
                    .evaluate(
                        "atlas => { const box = atlas.getBoundingClientRect();"
                            + " const spot = atlas.map.latLngToContainerPoint([39.8027, 101.6029]);"
                            + " return (box.x + spot.x) + ' ' + (box.y + spot.y); }"))
            .split(" ", 2);
    page.mouse().click(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
    assertThat(page).hasTitle(Pattern.compile("ZL-.* · 案件 · .*"));

    page.navigate(page.url().replaceFirst("#.*", "#/map"));
    assertThat(page.locator(".side li a").first()).isVisible();
    page.locator("main").focus();
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page).hasTitle(Pattern.compile("ZL-.* · 案件 · .*"));
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_is_frequent_stands_beside_the_areas_in_numbers() {
    reported("井盖松动", 39.8027, 101.6029);
    Page page = screen().openAs("supervisor", 1280, 800, "#/map");
    page.locator("button", new Page.LocatorOptions().setHasText("高发分析")).click();
    assertThat(page.locator(".side table").first()).containsText("本期");
    assertThat(page.locator(".side tbody tr").first().locator("td").nth(1))
        .hasText(Pattern.compile("[1-9]\\d*"));
    assertThat(page.locator(SPOTS + " .leaflet-tooltip.name").first())
        .hasText(Pattern.compile(".*社区 \\d+"));
    assertThat(screen().faults()).isEmpty();
    assertThat(Screen.barriers(page)).isEmpty();
  }

  @Test
  void the_wall_follows_what_happens_and_shows_nothing_people_wrote() {
    reported("王小明来电 13900000000", 39.8031, 101.6088);
    Page page = screen().openAs("operator", 1920, 1080, "");
    page.navigate(page.url().replaceFirst("#.*|$", "#/wall"));
    Locator today = page.locator(".counts b").first();
    assertThat(today).hasText(Pattern.compile("\\d+"));
    int before = Integer.parseInt(today.textContent());
    reported("王小明来电 13900000000", 39.8041, 101.6018);
    assertThat(today)
        .hasText(Integer.toString(before + 1), new HasTextOptions().setTimeout(SOON_MILLISECONDS));
    assertThat(page.locator(SPOTS + " .leaflet-tooltip.name").first())
        .isVisible(new IsVisibleOptions().setTimeout(SOON_MILLISECONDS));
    assertThat(page.locator("zhili-place")).not().containsText("王小明");
    assertThat(page.locator("zhili-place")).not().containsText("13900000000");
    assertThat(screen().faults()).isEmpty();
    assertThat(Screen.barriers(page)).isEmpty();
  }

  private void reported(String summary, double latitude, double longitude) {
    town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001002001003", "address": "中山路 %d 号",
             "position": {"latitude": %s, "longitude": %s}, "summary": "%s"}"""
                .formatted(System.nanoTime(), latitude, longitude, summary))
        .expect(201);
  }
}
