package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Goes through all pages that a reader finds in the menu, and through one of each kind that these
 * lead to: a new page is on the tour without a word in any test.
 */
final class Tour {
  /** What the pages say while they ask, in both languages. */
  private static final List<String> LOADING = List.of("正在读取……", "Loading …");

  /** Of each link its address, after "menu" where every one is another kind of page. */
  private static final String LINKS =
      """
      () => {
        const found = [];
        const walk = root => root.querySelectorAll('*').forEach(one => {
          if (one.matches('a[href^="#/"]')) {
            const own = one.closest('nav:not(.parts)') ? 'menu ' : 'link ';
            found.push(own + one.getAttribute('href').slice(2));
          }
          if (one.shadowRoot) walk(one.shadowRoot);
        });
        walk(document);
        return found;
      }""";

  private static final String WORDS =
      """
      () => {
        const words = [];
        const walk = node => {
          if (node.nodeType === Node.TEXT_NODE && node.data.trim()) words.push(node.data.trim());
          if (node.nodeType !== Node.ELEMENT_NODE || node.matches('style, script, noscript')) return;
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
            if (node.getAttribute(name)) words.push(node.getAttribute(name));
          }
          for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
        };
        walk(document.body);
        return words;
      }""";

  /** Whether the page of this address is shown: the console's by its frame, others by a mark. */
  private static final String SHOWN =
      """
      path => {
        const place = document.querySelector('zhili-shell')?.shadowRoot.querySelector('zhili-place');
        if (!place) return !document.querySelector('main [data-left]') && document.querySelector('main > *');
        const {page, element, broken} = place;
        return page?.path === (path.split('/')[0] || page?.path) && (broken || element?.asked || element && !('asked' in element));
      }""";

  private final Page page;

  Tour(Page page) {
    this.page = page;
  }

  /** Everything that stands on the page, and what it says to those who do not see it. */
  static List<String> words(Page page) {
    return Screen.strings(page.evaluate(WORDS));
  }

  /** Visit each page once, beginning with the one that is open; the addresses of all. */
  List<String> visit(Consumer<String> look) {
    Map<String, String> kinds = new LinkedHashMap<>(Map.of("", here()));
    take(kinds);
    for (int i = 0; i < kinds.size(); i++) { // grows while it goes on
      String path = List.copyOf(kinds.values()).get(i);
      go(path);
      look.accept(path);
      take(kinds);
    }
    return List.copyOf(kinds.values());
  }

  private String here() {
    return page.url().replaceFirst("[^#]*(#/?)?", "");
  }

  private void take(Map<String, String> kinds) {
    for (String link : Screen.strings(page.evaluate(LINKS))) {
      String path = link.substring(5);
      if (!kinds.containsValue(path)) {
        kinds.putIfAbsent(link.startsWith("menu ") ? path : kind(path), path);
      }
    }
  }

  /** Pages of one kind differ in the last part of their addresses. */
  private static String kind(String path) {
    return path.contains("/") ? path.replaceFirst("[^/]*$", "*") : path;
  }

  /** Go to a page, and wait until it shows what it is for. */
  void go(String path) {
    page.evaluate(
        """
        path => {
          if (location.hash.slice(2) === path) return;
          document.querySelector('main > *')?.setAttribute('data-left', '');
          location.hash = '#/' + path;
        }""",
        path);
    page.waitForCondition(
        () -> Boolean.TRUE.equals(page.evaluate("p => Boolean((" + SHOWN + ")(p))", path)));
    page.waitForCondition(() -> words(page).stream().noneMatch(LOADING::contains));
    assertThat(page.title()).as("title of " + path).isNotBlank();
  }
}
