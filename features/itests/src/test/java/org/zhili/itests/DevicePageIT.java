package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A device at the console, looked at as it really speaks. */
class DevicePageIT extends ScreenFixture {
  private static final int NARROW = 390;

  @Test
  void what_a_device_really_sent_is_there_whether_it_was_understood_or_not() {
    try (Cover cover = Cover.of(town(), "desk-frames")) {
      cover.says("normal");
      cover.sensor().publish(XSS);
      Page page = screen().openAs("admin", NARROW, 844, "#/devices/one/" + cover.id());
      Locator frames = page.locator("zhili-frames details");
      assertThat(frames).hasCount(2);
      assertThat(frames.first()).containsText("没有适用的驱动");
      frames.first().locator("summary").press("Enter");
      assertThat(frames.first().locator("pre").first()).hasText(XSS);
      assertThat(frames.first().locator("pre").last())
          .hasText(HexFormat.of().formatHex(XSS.getBytes(StandardCharsets.UTF_8)));
      assertThat(frames.last()).containsText("读数 1 项");
      frames.last().locator("summary").press("Enter");
      assertThat(frames.last().locator("pre").first()).containsText("\"status\": \"normal\"");
      assertThat(Screen.barriers(page)).isEmpty();
      fits(page);

      Page desk = screen().openAs("operator", NARROW, 844, "#/devices/one/" + cover.id());
      assertThat(desk.locator("zhili-quarantine article")).hasCount(1);
      assertThat(desk.locator("zhili-frames")).hasCount(0);
      assertThat(screen().faults()).isEmpty();
    }
  }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }
}
