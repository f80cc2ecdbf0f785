package org.zhili.access.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;
import static org.zhili.access.internal.TestAccess.account;
import static org.zhili.access.internal.TestAccess.login;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.resources.security.Audit;

/** The lines that tell who logged in, and who tried in vain. */
class LoginAuditTest {
  private static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private TestAccess access;
  private AccessDesk desk;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    account(desk, "olivia", PASSWORD, Role.OPERATOR);
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(before);
    access.close();
  }

  @Test
  void who_logs_in_is_written_with_the_network() {
    login(desk, "olivia", PASSWORD);
    assertThat(lines()).containsExactly("by=\"olivia\" action=login subject=\"" + HERE + "\"");
  }

  @Test
  void who_tries_in_vain_is_written_once_and_again_when_it_locks() {
    guess("olivia", HERE, 8);
    assertThat(lines())
        .containsExactly(
            "by=\"olivia\" action=login.failed subject=\"" + HERE + "\"",
            "by=\"olivia\" action=login.locked subject=\"" + HERE + "\"");
    access.wait(Duration.ofMinutes(16));
    guess("olivia", HERE, 1);
    assertThat(lines()).as("a quarter of an hour later").hasSize(3);
  }

  @Test
  void a_name_that_nobody_has_is_not_written_as_it_may_be_a_password() {
    guess("my secret password", HERE, 1);
    assertThat(lines()).containsExactly("by=\"-\" action=login.failed subject=\"" + HERE + "\"");
  }

  @Test
  void strangers_from_everywhere_write_no_more_than_the_audit_bears() {
    for (int i = 0; i < 1_100; i++) {
      guess("olivia", "10.0." + i / 250 + "." + i % 250, 1);
    }
    assertThat(lines()).hasSize(1_000);
    login(desk, "olivia", PASSWORD);
    assertThat(lines()).as("who is right is written always").hasSize(1_001);
  }

  @Test
  void who_chooses_a_password_is_written_without_it() {
    Sessions.Opened opened = login(desk, "olivia", PASSWORD);
    desk.logins().change(opened.session(), PASSWORD, "another horse", HERE);
    assertThat(lines())
        .last()
        .isEqualTo(
            "by=\"olivia\" action=password.changed subject=\"olivia\" detail=\"" + HERE + "\"");
  }

  private void guess(String name, String network, int times) {
    for (int i = 0; i < times; i++) {
      desk.logins().check(name, "guess " + i, network);
    }
  }

  private List<String> lines() {
    String mark = Audit.NAME + " - ";
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .toList();
  }
}
