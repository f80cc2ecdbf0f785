package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A device at the console: registered, changed, and looked at as it really speaks. */
class DevicePageIT extends ScreenFixture {
  private static final int NARROW = 390;
  private static final String AREA = "990001001001001";

  @Test
  void a_device_is_registered_changed_and_nobody_overwrites_what_another_changed() {
    String id = "desk-new";
    Page page = screen().openAs("admin", NARROW, 844, "#/devices");
    page.locator("button.make").press("Enter");
    Locator form = page.locator("zhili-device-form form");
    assertThat(form.locator("[name=id]")).isFocused();
    assertThat(Screen.barriers(page)).isEmpty();
    fits(page);
    form.locator("[name=id]").fill("MC-001");
    form.locator("[name=type]").fill("没有的东西");
    form.locator("[name=type]").press("Tab");
    assertThat(form.locator("[name=type]:invalid")).hasCount(1);
    form.locator("[name=type]").fill("井盖");
    form.locator("[name=driver]").selectOption("city-json");
    form.locator("[name=area]").fill(AREA);
    form.locator("[name=address]").fill("滨江路 2 号 " + XSS);
    form.locator("[name=settings]").fill("full_percent = 80\n没有等号");
    form.locator("[name=address]").press("Enter");
    assertThat(field(form, "settings")).containsText("第 2 行");
    assertThat(form.locator("[name=settings]")).isFocused();
    form.locator("[name=settings]").fill("full_percent = 80\n");
    form.locator("[name=latitude]").fill("30.5");
    form.locator("[name=address]").press("Enter");
    assertThat(field(form, "longitude")).containsText("须同时填写");
    assertThat(form.locator("[name=longitude]")).hasAttribute("aria-invalid", "true");
    assertThat(Screen.barriers(page)).isEmpty();
    form.locator("[name=longitude]").fill("114.25");
    form.locator("[name=address]").press("Enter");
    assertThat(page.locator("zhili-device-form .trouble")).containsText("编号 MC-001 已登记");
    fits(page);
    form.locator("[name=id]").fill(id);
    form.locator("[name=address]").press("Enter");
    assertThat(page.locator("zhili-device h1")).hasText(id);
    JsonNode made = town().people().administrator().read("/devices/" + id);
    assertThat(made.path("type").asText()).isEqualTo("manhole_cover");
    assertThat(made.path("area").asText()).isEqualTo(AREA);
    assertThat(made.path("position").path("longitude").asDouble()).isEqualTo(114.25);
    assertThat(made.path("settings").path("full_percent").asText()).isEqualTo("80");

    page.locator("button.change").press("Enter");
    Page other = screen().openAs("admin", 1280, 844, "#/devices/one/" + id);
    other.locator("button.change").press("Enter");
    assertThat(form.locator("[name=settings]")).hasValue("full_percent = 80");
    assertThat(form.locator("[name=driver]")).hasValue("city-json");
    assertThat(form.locator("[name=type]")).hasValue("井盖");
    change(page, "滨江路 3 号");
    assertThat(page.locator("zhili-device .told")).hasText("已保存。");
    assertThat(page.locator("button.change")).isFocused();
    assertThat(page.locator("zhili-device dl").first()).containsText("滨江路 3 号");
    change(other, "滨江路 4 号");
    assertThat(other.locator("zhili-device-form .trouble")).isFocused();
    assertThat(other.locator("zhili-device-form [name=address]")).hasValue("滨江路 4 号");
    assertThat(Screen.barriers(other)).isEmpty();
    assertThat(town().people().administrator().read("/devices/" + id).path("address").asText())
        .isEqualTo("滨江路 3 号");
    assertThat(screen().faults()).isEmpty();
  }

  private static void change(Page page, String address) {
    Locator field = page.locator("zhili-device-form [name=address]");
    field.fill(address);
    field.press("Enter");
  }

  private static Locator field(Locator form, String name) {
    return form.locator("[data-field=" + name + "] .fault");
  }

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
      assertThat(desk.locator("zhili-frames, button.change")).hasCount(0);
      assertThat(screen().faults()).isEmpty();
    }
  }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }
}
