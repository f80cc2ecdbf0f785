package org.zhili.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** The editors of dated data: what two people change at once, and case types of the city's own. */
class EditorsIT extends ScreenFixture {
  private static final int NARROW = 390;
  private static final double SOON_MILLISECONDS = 15_000;

  /** Entries of a base, of mine and of theirs, and what becomes of them. */
  private static final String MERGED =
      """
      async () => {
        const {merge} = await import('/console/merge.js');
        const told = ({entries, clashes, taken}) =>
          entries.map(one => one.join('=')).join(' ') + ' | ' + clashes.map(one => one.key).join(' ') + ' | ' + taken;
        const base = [['a', 1], ['b', 2], ['c', 3], ['d', 4]];
        const mine = [['a', 1], ['n', 9], ['b', 5], ['c', 3], ['d', 7]];
        const theirs = [['a', 6], ['b', 2], ['x', 8]];
        return [
          told(merge(base, mine, theirs)),
          told(merge(base, mine, theirs, {d: 'mine'})),
          told(merge(base, mine.slice(0, 3), mine.slice(0, 3))),
          told(merge([['o', {p: 1, q: 2}]], [['o', {q: 2, p: 1}]], [['o', {p: 1, q: 3}]]))];
      }""";

  /** One condition with two limits: each changed by one side, then taken out by the other. */
  private static final String LIMITS =
      """
      async () => {
        const {merge} = await import('/console/merge.js');
        const {sharedFilings, typeEntries, typeOf} = await import('/console/type-entries.js');
        const type = (first, second) => ({id: 'c.t', version: 1, name: {}, steps: [], passages: [], reopenWithin: '1 DAY',
          filings: first ? [{id: 'f', name: {}, milestones: [{id: 'm', limit: first}, {id: 'n', limit: second}]}] : []});
        const join = (...all) => {
          const {entries, clashes} = merge(...all.map(one => typeEntries(one, sharedFilings(all))));
          const limits = (typeOf(entries, all[2]).filings ?? []).flatMap(one => one.milestones).map(one => one.limit);
          return limits.join(' ') + ' | ' + clashes.map(one => one.key).join(' ');
        };
        return [join(type(1, 1), type(2, 1), type(1, 3)), join(type(1, 1), type(2, 1), type())];
      }""";

  @Test
  void what_one_side_changed_is_taken_and_what_both_did_is_a_clash() {
    Page page = screen().open(NARROW, 844, "");
    assertThat(page.evaluate(MERGED))
        .asInstanceOf(LIST)
        .containsExactly(
            "a=6 n=9 b=5 x=8 | d | 3",
            "a=6 n=9 b=5 d=7 x=8 | d | 3",
            "a=1 n=9 b=5 |  | 0",
            "o=[object Object] |  | 1");
    assertThat(page.evaluate(LIMITS)).asInstanceOf(LIST).containsExactly("2 3 | ", " | filing f");
  }

  /** Weekdays long ago, so that nothing of other tests falls due by them. */
  @Test
  void two_people_change_the_calendar_at_once_and_nothing_is_lost() {
    Page mine = calendar();
    Page theirs = calendar();
    holiday(mine, "2024-04-10", "我的节日");
    holiday(mine, "2024-04-11", "只有我");
    holiday(theirs, "2024-04-10", "别人的节日");
    holiday(theirs, "2024-04-15", "只有别人");
    publish(theirs);
    assertThat(theirs.locator(".told")).isVisible(soon());

    publish(mine);
    Locator old = mine.locator(".trouble button");
    assertThat(old).isVisible(soon());
    old.click();
    Locator clash = mine.locator(".clashes tbody tr");
    assertThat(clash).hasCount(1);
    assertThat(clash).containsText("我的节日");
    assertThat(clash).containsText("别人的节日");
    assertThat(mine.locator(".clashes button.main")).isDisabled();
    assertThat(Screen.barriers(mine)).isEmpty();
    assertThat(mine.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
    clash.locator("input").first().check();
    mine.locator(".clashes button.main").click();
    assertThat(mine.locator(".told")).containsText("采用了他人的 1 处改动");

    publish(mine);
    assertThat(mine.locator(".told")).containsText("已发布", soonContains());
    Page after = calendar();
    named(after, "2024-04-10", "我的节日");
    named(after, "2024-04-11", "只有我");
    named(after, "2024-04-15", "只有别人");
    assertThat(screen().faults()).isEmpty();
  }

  private static void named(Page page, String day, String name) {
    assertThat(row(page, day).locator("input").first()).hasValue(name);
  }

  private static Locator row(Page page, String day) {
    return page.locator(".days tr", new Page.LocatorOptions().setHasText(day));
  }

  private Page calendar() {
    Page page = screen().openAs("admin", NARROW, 844, "#/calendar");
    while (!page.locator(".year h2").innerText().equals("2024")) {
      page.locator(".year button").first().click();
    }
    return page;
  }

  private static void holiday(Page page, String day, String name) {
    page.locator("[data-day='" + day + "']").press("Space");
    Locator row = row(page, day);
    row.locator("input").first().fill(name);
    row.locator("input").last().fill("通知");
    row.locator("input").last().blur();
  }

  private static void publish(Page page) {
    page.locator("[name=reason]").fill("试用");
    page.locator("form button.main").last().click();
  }

  @Test
  void a_new_case_type_is_made_mended_at_its_fields_tried_and_published() {
    Page page = screen().openAs("admin", 1280, 844, "#/case-types");
    page.locator(".parts > button").click();
    page.locator(".making [name=id]").fill("urban.vending");
    page.locator(".making [name=zh]").fill("流动摊贩");
    page.locator(".making [name=en]").fill("Street vending");
    page.locator(".making button.main").click();
    assertThat(page.locator(".making .trouble")).containsText("urban.");
    page.locator(".making [name=id]").fill("ward.vending");
    assertThat(Screen.barriers(page)).isEmpty();
    page.locator(".making button.main").click();
    assertThat(page.locator(".parts a[aria-current]")).containsText("流动摊贩");

    Locator resume = page.locator("[data-side=resume]");
    resume.locator("button").click();
    resume.locator("input:checked").first().uncheck();
    resume.locator("input:checked").first().uncheck();
    publish(page);
    assertThat(resume.locator(".fault").first()).containsText("恢复");
    assertThat(Screen.barriers(page)).isEmpty();
    resume.locator("button").click();
    page.locator("form.row button.main").click();
    assertThat(page.locator(".found h3").first()).containsText("若按草稿执行");
    publish(page);
    assertThat(page.locator(".told")).isVisible(soon());
    page.reload();
    assertThat(page.locator(".editions li")).hasCount(1);
    page.locator(".editions button").click();
    assertThat(page.locator(".editions .changes")).containsText("Street vending");
    assertThat(town().people().operator().read("/case-types").findValuesAsText("id"))
        .contains("ward.vending");
    assertThat(screen().faults()).isEmpty();
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLISECONDS);
  }

  private static LocatorAssertions.ContainsTextOptions soonContains() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLISECONDS);
  }
}
