package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;

/** How long a screen on a wall stays logged in. */
class DisplaysTest extends AccountsFixture {
  @Test
  void a_display_is_not_idle_when_nobody_touches_it() {
    account(desk, "wall", PASSWORD, Role.DISPLAY);
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String token = browse("wall");
    for (int hours = 0; hours < 6 * 24; hours += 12) {
      access.pass(Duration.ofHours(12));
      login(desk, "olivia", PASSWORD); // when what is over is forgotten
      assertThat(desk.sessions().look(token)).as("after %d h", hours + 12).isPresent();
    }
    assertThat(desk.sessions().find(token)).as("a request takes nothing away").isPresent();
    access.pass(Duration.ofHours(12));
    assertThat(desk.sessions().look(token)).isPresent();
  }

  @Test
  void it_ends_after_seven_days_whatever_it_asked() {
    account(desk, "wall", PASSWORD, Role.DISPLAY);
    String token = browse("wall");
    access.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(desk.sessions().find(token)).isPresent();
    access.pass(Duration.ofSeconds(1));
    assertThat(desk.sessions().find(token)).isEmpty();
    browse("wall");
    assertThat(rows("access_session")).as("the one of before is forgotten").isEqualTo(1);
  }

  @Test
  void it_ends_as_the_setting_says_and_no_other_session_lasts_as_long() {
    Duration hour = Duration.ofHours(1);
    desk.sessions().last(new Sessions.Lifetimes(hour, hour, hour, Duration.ofDays(30)));
    account(desk, "wall", PASSWORD, Role.DISPLAY);
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    String wall = browse("wall");
    String olivia = browse("olivia");
    access.pass(hour);
    assertThat(desk.sessions().look(olivia)).isEmpty();
    access.pass(Duration.ofDays(29));
    assertThat(desk.sessions().look(wall)).isPresent();
    access.pass(Duration.ofDays(1));
    assertThat(desk.sessions().look(wall)).isEmpty();
  }

  @Test
  void who_is_a_display_and_more_from_before_is_as_idle_as_others() {
    account(desk, "mixed", PASSWORD, Role.DISPLAY, Role.OPERATOR);
    String token = browse("mixed");
    access.pass(Duration.ofMinutes(30));
    assertThat(desk.sessions().look(token)).isEmpty();
  }

  @Test
  void it_ends_at_once_when_its_account_is_locked_or_becomes_another() {
    account(desk, "wall", PASSWORD, Role.DISPLAY);
    String locked = browse("wall");
    desk.accounts().lock("wall", true);
    assertThat(desk.sessions().look(locked)).isEmpty();
    desk.accounts().lock("wall", false);
    String changed = browse("wall");
    desk.accounts()
        .change(new Draft("wall", Set.of(Role.OPERATOR), Optional.empty(), Set.of()), before -> {});
    assertThat(desk.sessions().look(changed)).isEmpty();
  }

  private String browse(String name) {
    Logins.Check check = desk.logins().check(name, PASSWORD, TestAccess.HERE);
    return desk.logins().browse((Logins.Check.Right) check, TestAccess.HERE).token();
  }
}
