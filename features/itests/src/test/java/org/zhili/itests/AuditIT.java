package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The audit at the console: what is in it, and whether it is whole. */
class AuditIT extends ScreenFixture {
  @Test
  void who_did_what_is_found_and_the_chain_is_verified_and_compared_with_a_noted_end() {
    town().people().auditAdministrator();
    for (int width : new int[] {1280, 390}) {
      Page page = screen().openAs("audit", width, 844, "#/audit");
      assertThat(page.locator("tbody tr").first()).containsText("登录");
      page.getByRole(AriaRole.COMBOBOX).selectOption("password.");
      assertThat(page.locator("tbody")).containsText("修改密码");
      assertThat(page.locator("tbody")).containsText("admin");

      assertThat(page.locator("tbody time").first())
          .hasText(Pattern.compile("20\\d\\d.*\\d\\d:\\d\\d:\\d\\d"));
      Download file = page.waitForDownload(() -> page.locator("zhili-take button").click());
      assertThat(file.suggestedFilename()).startsWith("审计记录").endsWith(".xlsx");
      page.getByRole(AriaRole.COMBOBOX).selectOption("list.");
      assertThat(page.locator("tbody")).containsText("操作 password.；行数 ");

      verify(page.locator("section > .buttons"));
      Locator said = page.locator("section [role=status]");
      assertThat(said).containsText("均与写入时一致");
      String number = page.locator("section > p.soft").innerText().replaceAll("\\D*(\\d+).*", "$1");
      String hash = page.locator("section code").innerText();

      page.locator("section summary").click();
      page.fill("input[name=number]", number);
      page.fill("input[name=hash]", hash);
      verify(page.locator("section form"));
      assertThat(said).containsText("均与写入时一致");
      page.fill("input[name=hash]", "0".repeat(64));
      verify(page.locator("section form"));
      assertThat(said).containsText("第 " + number + " 条记录不是抄下的那一条");

      assertThat(Screen.barriers(page)).as("at " + width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
    assertThat(screen().faults()).isEmpty();
  }

  private static void verify(Locator within) {
    within.locator("button").click();
  }
}
