package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Residents at their page, on a phone, without a login. */
class ResidentIT extends ResidentFixture {
  @Test
  void a_resident_reports_and_follows_by_a_code_that_a_phone_reads() throws Exception {
    Page page = phone("");
    page.locator("a[href='#/report']").click();
    report(page, "cover-rattling", "槐荫巷 7 号 " + XSS, "井盖一踩就响 " + XSS);
    assertThat(page.locator(".thanks")).containsText("已收到");
    assertThat(page.locator("h1")).hasText("上报");
    String code = page.locator(".code").textContent().replace(" ", "");
    assertThat(read(page.locator("img.qr"))).isEqualTo(page.url()).endsWith("#/" + code);

    String number = page.locator(".card p").first().textContent().replaceFirst(".* · ", "");
    JsonNode file = town().people().operator().read("/cases/" + number);
    assertThat(file.path("publicCode").asText()).isEqualTo(code);
    assertThat(file.path("source").asText()).isEqualTo("resident-proxy");
    assertThat(file.path("summary").path("zh").asText()).isEqualTo("井盖一踩就响 " + XSS);
    new Matter(town(), file.path("id").asText()).act(town().people().operator(), "accept");
    assertThat(page.locator("h1")).not().hasText("上报", live());

    page.locator("header .name").click();
    assertThat(page.locator(".kept a")).hasCount(1);
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void what_a_neighbour_has_reported_is_told_before_it_is_reported_again() {
    Page first = phone("#/report");
    report(first, "bin-full", "石桥巷 21 号东门", "桶满了");
    assertThat(first.locator(".code")).isVisible();
    Page second = phone("#/report");
    report(second, "bin-full", "石桥巷21号(东门)", "垃圾溢出来了");
    assertThat(second.locator("h1:visible")).hasText("附近已有人上报");
    assertThat(second.locator(".nearby li")).hasCount(1);
    assertThat(second.locator("main")).not().containsText("ZL-");
    assertThat(second.locator(".nearby li")).containsText("垃圾桶");
    assertThat(second.locator(".nearby li")).containsText("槐荫社区");
    assertThat(second.locator(".nearby li")).not().containsText("石桥巷");
    second.getByText("都不是，继续上报").click();
    assertThat(second.locator(".code")).isVisible();
    assertThat(second.locator(".code")).not().hasText(first.locator(".code").textContent());
    assertThat(screen().faults()).isEmpty();
  }

  /** As the camera of a phone reads it. */
  private static String read(Locator image) throws Exception {
    assertThat(image).isVisible();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(image.screenshot()));
    int width = seen.getWidth();
    int[] pixels = seen.getRGB(0, 0, width, seen.getHeight(), null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, seen.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  @Test
  void whoever_has_the_code_sees_the_case_move_and_rates_it() {
    JsonNode file = reported("manhole_cover", "loose", "cover-rattling");
    Matter matter = new Matter(town(), file.path("id").asText());
    String code = file.path("publicCode").asText();
    Page page = phone("");
    page.fill("input[name=code]", code.toLowerCase(Locale.ROOT));
    page.locator("input[name=code]").press("Enter");
    assertThat(page.locator("h1")).hasText("上报");
    assertThat(page.locator("img.qr")).isVisible();

    matter.act(town().people().operator(), "accept");
    matter.ledBy("municipal-works");
    assertThat(page.locator("h1")).hasText("派单", live());
    assertThat(page.locator(".expected")).containsText("预计办结");
    assertThat(page.locator(".milestones")).containsText("更换或修复");
    matter.finish("municipal-works");
    assertThat(page.locator("h1")).hasText("结案", live());

    page.locator("input[name=solved][value=yes]").check();
    page.locator(".stars label").nth(3).click();
    page.locator("form.card button.main").click();
    assertThat(page.locator(".thanks")).hasText("谢谢您的评价。");
    assertThat(page.locator(".stars")).hasCount(0);
    assertThat(matter.traced("rate").path("words").path("stars").asText()).isEqualTo("4");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_code_nobody_has_is_told_in_words() {
    Page page = phone("#/" + XSS);
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator(".code").textContent().replace(" ", ""))
        .isEqualTo(XSS.replace(" ", ""));
    page.navigate(page.url().replaceFirst("#.*", "#/0000000000000000"));
    assertThat(page.locator("[role=alert]")).containsText("请核对回执上的查询码");
    page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("[role=alert]")).containsText("check the code");
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void large_type_stays_and_fits_on_the_smallest_phone() {
    String code = reported("trash_bin", "full", "bin-full").path("publicCode").asText();
    Page page = screen().at(320, 640, "/residents/");
    page.getByText("大字", new Page.GetByTextOptions().setExact(true)).click();
    fits(page);
    page.locator("a[href='#/report']").click();
    assertThat(page.locator("select").first()).isVisible();
    fits(page);
    page.reload();
    assertThat(page.locator("html")).hasClass("large");
    page.navigate(page.url().replaceFirst("#.*", "#/" + code));
    assertThat(page.locator("h1")).hasText("上报");
    assertThat(page.locator("img.qr")).isVisible();
    fits(page);
    page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h1")).hasText("Reported");
    fits(page);
    assertThat(screen().faults()).isEmpty();
  }

  /**
   * Nothing sticks out, no two things that can be pressed lie on each other, nobody is kept out.
   */
  private static void fits(Page page) {
    assertThat(Screen.barriers(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out of the page")
        .isEqualTo(true);
    assertThat(
            page.evaluate(
                """
                () => {
                  const boxes = [...document.querySelectorAll('a, button, select, textarea, summary')]
                    .map(one => one.getBoundingClientRect()).filter(box => box.width > 0);
                  return boxes.some((one, i) => boxes.slice(i + 1).some(other =>
                    one.left < other.right - 1 && other.left < one.right - 1
                    && one.top < other.bottom - 1 && other.top < one.bottom - 1));
                }"""))
        .as("one control lies on another")
        .isEqualTo(false);
  }
}
