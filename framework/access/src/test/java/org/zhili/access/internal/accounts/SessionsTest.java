package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.internal.TestAccess;

/** How long a session lasts. */
class SessionsTest extends AccountsFixture {
  @Test
  void the_right_password_opens_a_session_and_the_token_finds_it() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened opened = login(desk, "olivia", PASSWORD);
    assertThat(desk.sessions().find(opened.token()))
        .hasValueSatisfying(
            session -> {
              assertThat(session.account().name()).isEqualTo("olivia");
              assertThat(session.account().has(Role.OPERATOR)).isTrue();
              assertThat(session.expiresAt())
                  .isEqualTo(TestAccess.START.plus(Duration.ofHours(12)));
            });
  }

  @Test
  void a_session_ends_after_twelve_hours_whatever_is_done_in_it() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    for (int hour = 1; hour < 12; hour++) {
      access.pass(Duration.ofHours(1));
      assertThat(desk.sessions().find(token)).as("after %d h", hour).isPresent();
    }
    access.pass(Duration.ofHours(1));
    assertThat(desk.sessions().find(token)).isEmpty();
  }

  @Test
  void a_session_nothing_is_asked_in_ends_after_two_hours() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = login(desk, "olivia", PASSWORD).token();
    access.pass(Duration.ofMinutes(119));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofMinutes(119));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofHours(2));
    assertThat(desk.sessions().find(token)).isEmpty();
  }

  @Test
  void a_session_in_a_browser_ends_half_an_hour_after_somebody_did_something() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = browse().token();
    access.pass(Duration.ofMinutes(29));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofMinutes(29));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofMinutes(30));
    assertThat(desk.sessions().find(token)).isEmpty();
    login(desk, "olivia", PASSWORD);
    assertThat(rows("access_session")).as("the one of before is forgotten").isEqualTo(1);
  }

  @Test
  void where_sessions_are_short_each_request_of_a_minute_still_counts() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Duration day = Duration.ofHours(12);
    desk.sessions().last(new Sessions.Lifetimes(day, Duration.ofSeconds(80), day, day));
    String token = login(desk, "olivia", PASSWORD).token();
    for (int seconds = 0; seconds < 300; seconds += 50) {
      access.pass(Duration.ofSeconds(50));
      assertThat(desk.sessions().find(token)).as("after %d s", seconds).isPresent();
    }
  }

  @Test
  void whoever_only_looks_keeps_no_session_alive() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String browser = browse().token();
    String program = login(desk, "olivia", PASSWORD).token();
    for (int minutes = 0; minutes < 30; minutes += 5) {
      assertThat(desk.sessions().look(browser)).as("after %d min", minutes).isPresent();
      access.pass(Duration.ofMinutes(5));
    }
    assertThat(desk.sessions().look(browser)).isEmpty();
    assertThat(desk.sessions().look(program)).isPresent();
    access.pass(Duration.ofMinutes(90));
    assertThat(desk.sessions().look(program)).isEmpty();
  }

  private Sessions.Opened browse() {
    Logins.Check check = desk.logins().check("olivia", PASSWORD, TestAccess.HERE);
    return desk.logins().browse((Logins.Check.Right) check, TestAccess.HERE);
  }

  @Test
  void sessions_that_are_over_are_forgotten() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    login(desk, "olivia", PASSWORD);
    login(desk, "olivia", PASSWORD);
    assertThat(rows("access_session")).isEqualTo(2);
    access.pass(Duration.ofHours(13));
    login(desk, "olivia", PASSWORD);
    assertThat(rows("access_session")).isEqualTo(1);
  }

  @Test
  void a_session_that_was_ended_is_over_and_others_go_on() {
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    Sessions.Opened one = login(desk, "olivia", PASSWORD);
    Sessions.Opened other = login(desk, "olivia", PASSWORD);
    desk.sessions().end(one.session());
    assertThat(desk.sessions().find(one.token())).isEmpty();
    assertThat(desk.sessions().find(other.token())).isPresent();
  }

  @Test
  void what_is_no_token_finds_nothing() {
    for (String token : List.of("", "x", "a".repeat(43), "a".repeat(10_000), "' or 1=1 --")) {
      assertThat(desk.sessions().find(token)).isEmpty();
    }
  }
}
