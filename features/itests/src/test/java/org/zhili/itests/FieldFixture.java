package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A grid worker with a phone. */
abstract class FieldFixture extends ScreenFixture {
  static final String GRID = "990001001003";
  static final String CELL = GRID + "004";

  Page phone(String account) {
    town().people().patrolling(account, GRID);
    Page page = screen().at(390, 844, "/field/");
    logIn(page, account);
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    return page;
  }

  static void logIn(Page page, String account) {
    page.fill("input[name=account]", account);
    page.fill("input[name=password]", People.PASSWORD);
    page.click("form.login button");
    assertThat(page.locator(".tiles a").first()).isVisible();
  }

  static FilePayload photo() {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB), "jpg", file);
      return new FilePayload("photo.jpg", "image/jpeg", file.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void take(Page page, String kind) {
    page.setInputFiles("input[name=" + kind + "]", photo());
    assertThat(page.locator(".camera:has(input[name=" + kind + "]) img")).hasCount(1);
  }

  static void begin(Page page) {
    page.locator(".tiles a", new Page.LocatorOptions().setHasText("井盖松动")).click();
  }

  /** Begin a report and write it as far as it can be sent. */
  static void write(Page page, String summary) {
    begin(page);
    take(page, "photo-before");
    page.selectOption("select[name=area]", CELL);
    page.click("summary");
    page.fill("textarea[name=summary]", summary);
  }

  static Locator mine(Page page, String state) {
    return page.locator(".mine li[data-state=" + state + "]");
  }

  JsonNode cases(String summary) {
    String text = URLEncoder.encode(summary, StandardCharsets.UTF_8);
    return town().people().operator().read("/cases?text=" + text).path("items");
  }

  static void logOut(Page page) {
    page.getByText("退出", new Page.GetByTextOptions().setExact(true)).click();
  }

  static void send(Page page) {
    page.getByText("发送", new Page.GetByTextOptions().setExact(true)).click();
  }
}
