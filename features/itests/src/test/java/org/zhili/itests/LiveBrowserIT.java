package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.itests.garden.GardenModule;

/** A page that follows what changes, in a real browser. */
@ExtendWith(SharedTown.class)
class LiveBrowserIT {
  private static final double AT_ONCE_MILLISECONDS = 2500;

  @Test
  void a_page_shows_what_has_changed_at_once_and_keeps_nobody_logged_in(
      Town town, @TempDir Path folder) throws Exception {
    Optional<Path> chromium = Screen.chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine; .ci/run installs one");
    town.people().operator();
    town.people().administrator();
    Path jar = BundleJar.of(GardenModule.class, folder.resolve("garden.jar"));
    shelf(town, "install " + jar);
    try (Screen screen = Screen.of(chromium.get(), town)) {
      Page page = screen.openAs("operator", 1280, 800, "#/beds");
      List<Request> asked = new CopyOnWriteArrayList<>();
      page.onRequest(asked::add);
      page.reload(); // the line was called when the page was opened
      Locator count = page.locator("p.open");
      assertThat(count).hasText(open(town));
      page.waitForCondition(() -> asked.stream().anyMatch(r -> r.url().endsWith("/api/live")));

      for (int i = 0; i < 3; i++) {
        reported(town);
        assertThat(count)
            .hasText(open(town), new HasTextOptions().setTimeout(AT_ONCE_MILLISECONDS));
      }
      page.waitForCondition(() -> background(asked) > 2);
      asked.clear();
      page.mouse().move(100, 100);
      page.waitForCondition(() -> asked.stream().anyMatch(LiveBrowserIT::renews));
      asked.clear();
      page.waitForCondition(() -> background(asked) > 0);
      assertThat(screen.faults()).isEmpty();
    } finally {
      shelf(town, "remove org.zhili.itests.garden");
    }
  }

  private static long background(List<Request> asked) {
    return asked.stream().filter(r -> r.headers().containsKey("x-zhili-background")).count();
  }

  private static boolean renews(Request request) {
    return request.url().contains("/api/")
        && !request.url().endsWith("/api/live")
        && !request.headers().containsKey("x-zhili-background");
  }

  private static String open(Town town) {
    return town.people().operator().read("/cases/counts").path("open").asText();
  }

  private static void shelf(Town town, String words) {
    assertThat(town.console().run("zhili:module " + words)).doesNotContain("[!]");
  }

  private static void reported(Town town) {
    town.people()
        .operator()
        .post(
            "/cases",
            """
            {"type": "urban.component", "source": "hotline", "subject": "manhole_cover",
             "condition": "loose", "area": "990001001001001", "address": "中山路",
             "summary": "井盖松动 %d"}"""
                .formatted(System.nanoTime()))
        .expect(201);
  }
}
