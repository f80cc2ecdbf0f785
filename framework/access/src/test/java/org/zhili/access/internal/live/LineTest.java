package org.zhili.access.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.resources.live.Notice;
import org.zhili.resources.live.Notice.Topic;

/** What a browser reads on its line, and when it is let go. */
class LineTest {
  private static final String CASES =
      "event: cases\ndata: [{\"id\":\"c-1\",\"version\":3},{\"id\":\"c-2\",\"version\":1}]\n\n";

  private final Line line = new Line();

  @Test
  void notices_are_events_with_a_topic_and_the_cases_it_is_about() throws IOException {
    Browser browser = opened(100);
    line.greet();
    line.tell(
        new Notice(
            Topic.CASES,
            List.of(new Notice.CaseVersion("c-1", 3), new Notice.CaseVersion("c-2", 1))));
    line.tell(Notice.of(Topic.PLUG_INS));
    line.comment();
    assertThat(browser.taken())
        .isEqualTo("retry: 2000\n\n" + CASES + "event: plug-ins\ndata: []\n\n:\n\n");
  }

  @Test
  void what_comes_before_a_browser_can_take_it_waits_in_order() throws IOException {
    line.comment();
    Browser browser = new Browser(0);
    line.open(browser.context(), browser);
    line.tell(Notice.of(Topic.PAGES));
    assertThat(browser.taken()).isEmpty();
    browser.takes(1);
    assertThat(browser.taken()).isEqualTo(":\n\n");
    browser.takes(9);
    assertThat(browser.taken()).isEqualTo(":\n\nevent: pages\ndata: []\n\n");
  }

  @Test
  void a_browser_that_takes_too_little_is_let_go() throws IOException {
    Browser browser = opened(0);
    for (int i = 0; i < 64; i++) {
      line.comment();
    }
    assertThat(line.isOver()).isFalse();
    line.comment();
    assertThat(line.isOver()).isTrue();
    line.comment();
    line.end();
    assertThat(browser.completed()).isEqualTo(1);
    assertThat(browser.taken()).isEmpty();
  }

  @Test
  void a_browser_that_was_cut_off_is_let_go() throws IOException {
    Browser browser = opened(100);
    browser.cutOff();
    line.comment();
    assertThat(line.isOver()).isTrue();
    assertThat(browser.completed()).isEqualTo(1);
  }

  private Browser opened(int room) throws IOException {
    Browser browser = new Browser(room);
    line.open(browser.context(), browser);
    browser.takes(0);
    return browser;
  }
}
