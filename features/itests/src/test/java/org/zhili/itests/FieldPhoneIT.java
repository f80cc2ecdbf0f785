package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The grid workers' page on phones that keep nothing, and on those that keep it open for weeks. */
class FieldPhoneIT extends FieldFixture {
  @Test
  void a_browser_that_keeps_nothing_says_so_and_takes_nothing() {
    town().people().patrolling("wei", GRID);
    Page page = screen().at(390, 844, "/field/");
    page.addInitScript(
        "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };");
    page.reload();
    page.fill("input[name=account]", "wei");
    page.fill("input[name=password]", People.PASSWORD);
    page.click("form.login button");
    assertThat(page.locator("[role=alert]")).containsText("不保存任何内容");
    assertThat(page.locator("main form")).hasCount(0);
    page.reload();
    assertThat(page.locator("[role=alert]")).containsText("不保存任何内容");
    assertThat(Screen.barriers(page)).isEmpty();
    logOut(page);
    assertThat(page.locator("form.login")).isVisible();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_phone_without_room_shows_what_it_has_and_says_that_it_is_full() {
    Page page = phone("wei");
    page.evaluate(
        """
        () => {
          const real = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...given) {
            const asked = real.apply(this, given);
            this.transaction.abort();
            return asked;
          };
        }""");
    begin(page);
    page.click("header .name");
    assertThat(page.locator(".card.trouble")).containsText("存储已满");
    assertThat(page.locator(".tiles a").first()).isVisible();
    assertThat(screen().faults()).isEmpty();
  }

  @Test
  void a_page_that_stays_open_takes_another_edition_as_soon_as_nobody_writes() {
    Page page = phone("wei");
    page.evaluate(
        """
        () => {
          document.documentElement.dataset.before = "yes";
          ServiceWorkerRegistration.prototype.update = async () => { window.updated = true; };
          document.dispatchEvent(new Event('visibilitychange'));
        }""");
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("window.updated")));
    begin(page);
    page.click("summary");
    page.fill("textarea[name=summary]", "正在写");
    page.evaluate(
        """
        () => {
          navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
          navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
        }""");
    assertThat(page.locator("textarea[name=summary]")).hasValue("正在写");
    assertThat(page.locator("html[data-before]")).hasCount(1);
    page.click("header .name");
    assertThat(page.locator("html[data-before]")).hasCount(0);
    assertThat(mine(page, "draft")).hasCount(1);
    assertThat(screen().faults()).isEmpty();
  }
}
