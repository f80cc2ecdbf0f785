package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page there is, at three sizes in Chinese and at one in English. */
class PagesIT extends ScreenFixture {
  private static final List<Size> SIZES =
      List.of(new Size(1280, 800), new Size(768, 1024), new Size(390, 844));

  /** A key that has no word, or a value that is none. */
  private static final Pattern NO_WORD =
      Pattern.compile(
          "undefined|\\[object|NaN|\\{\\d}"
              + "|^(?:audit|kept|kind|level|plug-in|shelf|stars|work)\\.[\\w.-]*$"
              + "|^(?!(?:cn|com|org)\\.)[a-z-]+(?:\\.[a-z-]+){2,}$");

  private static final String GRID = "990001001003";

  private String code = "";

  private record Size(int width, int height) {}

  /** Something of each kind, so that pages have what they are for. */
  @BeforeAll
  void furnish() {
    town().people().allComeIn();
    code = reported("manhole_cover", "loose").json().path("publicCode").asText();
    Matter unsure =
        new Matter(town(), reported("unknown_cover", "loose").json().path("id").asText());
    unsure.act(town().people().operator(), "accept"); // waits for a person
    try (Device gateway = town().gateway("pages-gateway")) {
      gateway.publish(
          "zhili/v1/demo/pages-stranger/up",
          "{\"device_id\": \"pages-stranger\", \"type\": \"manhole_cover\", \"status\": \"normal\"}");
    }
    town().people().of("municipal-works");
    town().people().patrolling("pages-worker", GRID);
    Eventually.passes(
        () ->
            assertThat(town().people().administrator().get("/inbox").expect(200).body())
                .contains("pages-stranger"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "admin", "security", "audit", "of-municipal-works"})
  void every_page_of_the_console_is_fit_to_be_used(String account) {
    Page page = screen().openAs(account, 1280, 800, "");
    every(page, "zhili-language");
  }

  @Test
  void every_page_of_grid_workers_is_fit_to_be_used() {
    Page page = screen().loggedIn("pages-worker", 1280, 800, "/field/");
    page.waitForSelector(".tiles a");
    every(page, "zhili-field-language");
  }

  @Test
  void every_page_of_residents_is_fit_to_be_used() {
    Page page = screen().at(1280, 800, "/residents/");
    page.evaluate("code => localStorage.setItem('zhili-codes', JSON.stringify([code]))", code);
    page.reload();
    every(page, "zhili-language");
  }

  private void every(Page page, String language) {
    SoftAssertions all = new SoftAssertions();
    Tour tour = new Tour(page);
    List<String> paths =
        tour.visit(
            path -> {
              for (Size size : SIZES) {
                page.setViewportSize(size.width, size.height);
                look(all, page, path + " at " + size.width);
              }
              page.setViewportSize(1280, 800);
            });
    assertThat(paths).hasSizeGreaterThan(1);
    page.evaluate("name => localStorage.setItem(name, 'en')", language);
    page.reload();
    page.waitForSelector("main *");
    for (String path : paths) {
      tour.go(path);
      look(all, page, path + " in English");
      all.assertThat(page.title()).as(path).doesNotMatch(".*\\p{IsHan}.*");
    }
    all.assertThat(screen().faults()).isEmpty();
    all.assertAll();
  }

  private static void look(SoftAssertions all, Page page, String which) {
    all.assertThat(Screen.barriers(page)).as(which).isEmpty();
    all.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("wider than the screen: " + which)
        .isEqualTo(0);
    all.assertThat(Tour.words(page)).as(which).noneMatch(NO_WORD.asPredicate());
    all.assertThat(page.locator("h1").count()).as("pages at once: " + which).isLessThan(2);
  }

  private Rest.Answer reported(String subject, String condition) {
    return town()
        .people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "%s", "condition": "%s",
             "area": "990001001003004", "address": "中山路 %d 号", "summary": "井盖松动",
             "position": {"latitude": 39.8027, "longitude": 101.6029}}"""
                .formatted(subject, condition, System.nanoTime()))
        .expect(201);
  }
}
