package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Somebody who has keys and no mouse: counts what is pressed, and looks where the focus is. */
final class Keyboard {
  private static final int MOST_TABS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What the focus is on: its tag, whether it shows, what it is called, what it says. */
  private static final String FOCUS =
      """
      () => {
        let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const look = getComputedStyle(at.type === 'radio' || at.type === 'file' ? at.nextElementSibling ?? at : at);
        const row = at.closest('tr') ? getComputedStyle(at.closest('tr')).boxShadow : 'none';
        const seen = at.tabIndex < 0 || look.outlineStyle !== 'none' || look.boxShadow !== 'none' || row !== 'none';
        return [at.tagName, seen ? 'seen' : 'unseen', at.name || at.type || '', at.textContent.trim()].join('|');
      }""";

  private final Page page;
  private int pressed;

  Keyboard(Page page) {
    this.page = page;
  }

  /** How many keys were pressed since it was asked last. */
  int count() {
    int before = pressed;
    pressed = 0;
    return before;
  }

  Keyboard press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
      pressed++;
      assertThat(focus()).as("the focus after " + key).doesNotContain("|unseen|");
    }
    return this;
  }

  /** Write into what has the focus; words are no commands, and do not count. */
  Keyboard write(String text) {
    page.keyboard().insertText(text);
    return this;
  }

  /** Go on until the focus is on something of this tag, name or text. */
  Keyboard tabTo(String wanted) {
    for (int i = 0; i < MOST_TABS; i++) {
      press("Tab");
      if (List.of(focus().split("\\|", 4)).contains(wanted)) {
        return this;
      }
    }
    throw new AssertionError("no " + wanted + " within " + MOST_TABS + " tabs");
  }

  /** Wait until the focus has come to something of this tag, name or text by itself. */
  Keyboard arrivesAt(String wanted) {
    Eventually.passes(
        PATIENCE, () -> assertThat(focus().split("\\|", 4)).as(focus()).contains(wanted));
    return this;
  }

  String focus() {
    return Objects.toString(page.evaluate(FOCUS));
  }
}
