package org.zhili.access.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.core.plugin.Registration;
import org.zhili.id.AreaId;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.live.Notice;

/** Who gets a line, and how long it lasts. */
class LinesTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private Lines lines;
  private final Feed feed = new Feed();

  /** Tells everybody, unless it is told not to. */
  private static final class Feed implements LiveFeed {
    private final List<Consumer<Notice>> listening = new ArrayList<>();
    private Runnable arriving = () -> {};
    private boolean refusing;

    @Override
    public Optional<Registration> listen(Viewer viewer, Consumer<Notice> line) {
      Runnable another = arriving;
      arriving = () -> {};
      another.run();
      if (refusing) {
        return Optional.empty();
      }
      listening.add(line);
      return Optional.of(() -> listening.remove(line));
    }

    @Override
    public void close() {
      listening.clear();
    }
  }

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    lines = new Lines(token -> desk.sessions().look(token));
  }

  @AfterEach
  void close() {
    lines.close();
    access.close();
  }

  private String token(String name, String role) {
    account(desk, name, PASSWORD, role);
    return login(desk, name, PASSWORD).token();
  }

  @Test
  void a_session_gets_a_line_on_which_it_is_told_what_changes() throws IOException {
    Browser browser = open(token("olivia", Role.OPERATOR));
    feed.listening.forEach(line -> line.accept(Notice.of(Notice.Topic.PAGES)));
    lines.check();
    assertThat(browser.taken()).isEqualTo("event: pages\ndata: []\n\n:\n\n");
    assertThat(browser.completed()).isZero();
  }

  @Test
  void nobody_else_gets_one() {
    assertThat(take("a".repeat(43))).isEmpty();
    assertThat(take("")).isEmpty();
    assertThat(feed.listening).isEmpty();
  }

  @Test
  void a_line_ends_with_its_session() throws IOException {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened one = login(desk, "olivia", PASSWORD);
    Sessions.Opened other = login(desk, "olivia", PASSWORD);
    Browser ended = open(one.token());
    Browser open = open(other.token());
    desk.sessions().end(one.session());
    lines.check();
    assertThat(ended.completed()).isEqualTo(1);
    assertThat(open.completed()).isZero();
    assertThat(feed.listening).hasSize(1);
  }

  @Test
  void listening_keeps_no_session_alive() throws IOException {
    Browser browser = open(token("olivia", Role.OPERATOR));
    for (int minutes = 0; minutes < 115; minutes += 5) {
      access.pass(Duration.ofMinutes(5));
      lines.check();
    }
    assertThat(browser.completed()).isZero();
    access.pass(Duration.ofMinutes(5));
    lines.check();
    assertThat(browser.completed()).isEqualTo(1);
  }

  @Test
  void a_line_ends_when_its_account_may_see_other_things() throws IOException {
    Browser browser = open(token("olivia", Role.OPERATOR));
    Draft district =
        new Draft("olivia", Set.of(Role.OPERATOR), Optional.empty(), Set.of(new AreaId("east")));
    desk.accounts().change(district, before -> {});
    lines.check();
    assertThat(browser.completed()).isEqualTo(1);
    assertThat(feed.listening).isEmpty();
  }

  @Test
  void within_seconds_a_line_ends_whose_account_was_locked_or_has_another_password()
      throws IOException {
    assertThat(Lines.CHECKED).isLessThanOrEqualTo(Duration.ofSeconds(5));
    Browser locked = open(token("olivia", Role.OPERATOR));
    Browser reset = open(token("oscar", Role.OPERATOR));
    Browser other = open(token("wang", Role.OPERATOR));
    desk.accounts().lock("olivia", true);
    desk.accounts().reset("oscar");
    lines.check();
    assertThat(locked.completed()).isEqualTo(1);
    assertThat(reset.completed()).isEqualTo(1);
    assertThat(other.completed()).isZero();
    assertThat(feed.listening).hasSize(1);
  }

  @Test
  void an_account_has_so_many_lines_and_no_more() throws IOException {
    String token = token("olivia", Role.OPERATOR);
    List<Line> taken = new ArrayList<>();
    for (int i = 0; i < Lines.OF_ONE_ACCOUNT; i++) {
      taken.add(take(token).orElseThrow());
    }
    assertThat(take(token)).isEmpty();
    assertThat(take(token("oscar", Role.OPERATOR))).isPresent();
    lines.left(taken.get(0));
    assertThat(take(token)).isPresent();
  }

  @Test
  void many_who_come_at_once_get_no_more_either() {
    String token = token("olivia", Role.OPERATOR);
    for (int i = 1; i < Lines.OF_ONE_ACCOUNT; i++) {
      assertThat(take(token)).isPresent();
    }
    List<Optional<Line>> meanwhile = new ArrayList<>();
    feed.arriving = () -> meanwhile.add(take(token));
    assertThat(take(token)).isPresent();
    assertThat(meanwhile).containsExactly(Optional.empty());
  }

  @Test
  void whoever_is_told_nothing_takes_up_no_room() {
    String token = token("olivia", Role.OPERATOR);
    feed.refusing = true;
    for (int i = 0; i < Lines.OF_ONE_ACCOUNT; i++) {
      assertThat(take(token)).isEmpty();
    }
    feed.refusing = false;
    assertThat(take(token)).isPresent();
  }

  @Test
  void a_line_that_cannot_be_checked_ends_and_others_go_on() throws IOException {
    String faulty = token("olivia", Role.OPERATOR);
    String sound = token("oscar", Role.OPERATOR);
    Set<String> breaking = new HashSet<>();
    lines =
        new Lines(
            token -> {
              if (breaking.contains(token)) {
                throw new IllegalStateException("no longer");
              }
              return desk.sessions().look(token);
            });
    Browser ended = open(faulty);
    Browser other = open(sound);
    breaking.add(faulty);
    lines.check();
    assertThat(ended.completed()).isEqualTo(1);
    assertThat(other.completed()).isZero();
    assertThat(other.taken()).isEqualTo(":\n\n");
    assertThat(feed.listening).hasSize(1);
  }

  @Test
  void when_the_house_closes_all_lines_end_and_nobody_gets_another() throws IOException {
    String token = token("olivia", Role.OPERATOR);
    Browser browser = open(token);
    lines.close();
    assertThat(browser.completed()).isEqualTo(1);
    assertThat(take(token)).isEmpty();
    assertThat(feed.listening).isEmpty();
  }

  private Optional<Line> take(String token) {
    return desk.sessions().look(token).flatMap(session -> lines.take(token, session, feed));
  }

  private Browser open(String token) throws IOException {
    Line line = take(token).orElseThrow();
    Browser browser = new Browser(1000);
    line.open(browser.context(), browser);
    browser.takes(0);
    return browser;
  }
}
