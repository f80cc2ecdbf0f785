package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.itests.garden.GardenModule;

/** An administrator at the console: devices, what could not be read, and plug-ins. */
class AdministratorIT extends ScreenFixture {
  private static final int NARROW = 390;

  @Test
  void a_stranger_is_registered_what_it_said_is_read_and_it_gets_a_secret_that_is_shown_once() {
    String id = "desk-stranger";
    hear(id, "{\"device_id\": \"%s\", \"type\": \"manhole_cover\", \"status\": \"normal\"}");
    Page page = screen().openAs("admin", NARROW, 844, "#/devices/inbox");
    Locator card = page.locator("article[data-name=" + id + "]");
    assertThat(card).containsText("city-json");
    card.locator("button.main").click();
    assertThat(card.locator("select[name=driver]")).hasValue("");
    assertThat(card.locator("select[name=area]")).hasValue("");
    card.locator("input[name=type]").fill("manhole_cover");
    card.locator("select[name=driver]").selectOption("city-json");
    card.locator("select[name=area]").selectOption("990001001001001");
    card.locator("input[name=address]").fill("滨江路 1 号 " + XSS);
    card.locator("form button.main").click();
    assertThat(page.locator(".done")).containsText("已登记。此前保留的报文：1 条已入库，0 条仍在隔离。");
    assertThat(page.locator(".done")).isFocused();
    page.locator(".done a").click();
    assertThat(page.locator("zhili-device h1")).hasText(id);
    assertThat(page.locator("zhili-device dl").first()).containsText("滨江路 1 号 " + XSS);
    assertThat(page.locator("zhili-device table")).containsText("正常");

    sure(page.locator("zhili-device"), "生成新凭据");
    Locator secret = page.locator(".secret code");
    assertThat(secret).hasCount(3);
    assertThat(page.locator(".secret")).isFocused();
    String password = secret.nth(1).textContent();
    try (Device device =
        new Device(town().ports().mqtt(), id, password, secret.nth(2).innerText())) {
      assertThat(device.connect()).isEmpty();
    }
    fits(page);
    page.reload();
    assertThat(page.locator("zhili-device h1")).hasText(id);
    assertThat(page.locator(".secret")).hasCount(0);
    sure(page.locator("zhili-device"), "吊销凭据");
    assertThat(page.locator("zhili-device")).containsText("凭据已吊销");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_could_not_be_read_is_looked_at_and_tried_again() {
    String id = Cover.of(town(), "desk-garbled").id();
    hear(id, XSS);
    Page page = screen().openAs("operator", NARROW, 844, "#/devices/one/" + id);
    Locator kept = page.locator("zhili-quarantine article");
    assertThat(kept).hasCount(1);
    assertThat(kept).containsText("该设备的驱动不认为此报文属于它");
    kept.locator("summary").click();
    assertThat(kept.locator("pre").first()).hasText(XSS);
    assertThat(kept.locator("pre").last())
        .hasText(HexFormat.of().formatHex(XSS.getBytes(StandardCharsets.UTF_8)));
    kept.locator("button").click();
    assertThat(page.locator("zhili-quarantine .done")).hasText("已入库 0 条，仍在隔离 1 条，已不存在 0 条。");
    assertThat(page.locator("zhili-sure")).hasCount(0); // credentials are not for operators

    page.locator("nav a[href='#/devices']").click();
    page.fill("input[type=search]", id);
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.locator("a[href='#/devices/quarantine']").click();
    page.locator("select").selectOption("NO_DRIVER");
    assertThat(page.locator("article", with(id))).isVisible();
    sure(page.locator("zhili-quarantine"), "重新处理可重试的报文");
    assertThat(page.locator(".done")).containsText("仍在隔离");
    fits(page);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_module_is_put_in_isolated_released_and_taken_out(@TempDir Path folder) throws Exception {
    Path jar = BundleJar.of(GardenModule.class, folder.resolve("garden.jar"));
    byte[] whole = Files.readAllBytes(jar);
    Path half = Files.write(folder.resolve("半.jar"), Arrays.copyOf(whole, whole.length / 2));
    Locator beds = screen().openAs("operator", 1280, 800, "").locator("nav a[href='#/beds']");
    Page page = screen().openAs("admin", NARROW, 844, "#/plug-ins");
    Locator shelf = page.locator("zhili-shelf");

    put(shelf, half);
    assertThat(shelf.locator("[role=alert]")).containsText("半.jar 不是完整的 jar 文件");
    assertThat(beds).hasCount(0);
    put(shelf, jar);
    assertThat(shelf.locator(".done")).containsText("org.zhili.itests.garden 1.0.0 已装好");
    assertThat(beds).isVisible();

    Locator row = page.locator("tr[data-id=garden]");
    row.getByText("隔离").click();
    row.locator("textarea").fill("花坛太慢");
    row.locator("form button.main").click();
    assertThat(row.locator(".chip")).hasText("已隔离");
    Eventually.passes(
        () ->
            assertThat(town().log().lines())
                .anyMatch(line -> line.contains("plug-in.isolated") && line.contains("花坛太慢")));
    row.getByText("恢复", new Locator.GetByTextOptions().setExact(true)).click();
    row.locator("textarea").fill("好了");
    row.locator("form button.main").click();
    assertThat(row.locator(".chip")).hasText("正常");

    fits(page);
    sure(shelf.locator("article[data-name='org.zhili.itests.garden']"), "卸载");
    assertThat(shelf.locator(".done")).containsText("org.zhili.itests.garden 1.0.0 已移除");
    assertThat(beds).isHidden();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_sheet_is_tried_corrected_and_imported(@TempDir Path folder) throws Exception {
    String sheet =
        """
        部件标识码,设施类别,中文名称,区域代码,地址
        110101199003074514,manhole_cover,%s,%s,=1+1
        """;
    Path wrong = folder.resolve("错.csv");
    Files.writeString(wrong, sheet.formatted("𠮷", "nowhere"));
    Path right = folder.resolve("对.csv");
    Files.writeString(right, sheet.formatted("𠮷", "990001001001001"));
    Page page = screen().openAs("admin", NARROW, 844, "#/devices");
    Locator bring = page.locator("zhili-bring");
    bring.locator("button[aria-expanded]").press("Enter");
    assertThat(bring.locator("select")).isFocused();
    bring.locator("select").selectOption("assets");
    bring.locator("input[type=file]").setInputFiles(wrong);
    assertThat(bring.locator("tbody tr")).containsText("ZL-3013");
    assertThat(bring.locator("p[role=status]")).isFocused();
    fits(page);
    bring.locator("input[type=file]").setInputFiles(right);
    bring.locator("button.main").click();
    assertThat(bring.locator("p[role=status]")).hasText("已导入。");
    assertThat(bring.locator("dd[data-count=added]")).hasText("1");
    bring.locator("select").press("Escape");
    assertThat(bring.locator("button[aria-expanded]")).isFocused();
    assertThat(screen().faults()).isEmpty();
  }

  /** A device of this id says something through a gateway. */
  private void hear(String id, String payload) {
    try (Device gateway = town().gateway("desk-gateway")) {
      gateway.publish("zhili/v1/demo/" + id + "/up", payload.formatted(id));
    }
  }

  private static void put(Locator shelf, Path file) {
    shelf.locator("input[type=file]").setInputFiles(file);
    shelf.locator("form button").first().click();
  }

  /** Press a button that asks once more, and mean it. */
  private static void sure(Locator within, String label) {
    Locator asks = within.locator("zhili-sure", new Locator.LocatorOptions().setHasText(label));
    asks.locator("button").click();
    asks.locator("form button.main").click();
  }

  private static Page.LocatorOptions with(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** The page is no wider than what shows it. */
  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }
}
