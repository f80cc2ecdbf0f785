package org.zhili.resources.internal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.timer.DeadTimer;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.town.Doctor;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

/** What is wrong, and the work that was set aside. */
class DoctorResourceTest {
  private final TestTown town = new TestTown();
  private final DoctorResource doctor = town.resource(DoctorResource.class);
  private final SetAsideResource work = town.resource(SetAsideResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  /** A piece of work fails for the last time. */
  private void fail(String key) {
    TimerStore timers = town.town().stores().timers();
    town.town()
        .stores()
        .transactions()
        .run(
            () -> {
              timers.add(NewTimer.of("test", key, TestTown.START));
              timers
                  .claim(Set.of("test"), town.town().clock().instant(), Duration.ofMinutes(1), 9)
                  .forEach(claim -> timers.bury(claim, TestTown.START, "no answer"));
            });
  }

  private List<FindingView> look(boolean deep) {
    return doctor.look(deep, LoggedIn.ADMINISTRATOR);
  }

  private List<DeadTimer> dead() {
    return work.list(LoggedIn.ADMINISTRATOR);
  }

  @Test
  void a_finding_has_a_cause_and_a_remedy_in_both_languages() {
    town.leave();
    assertThat(look(false))
        .filteredOn(found -> found.code().equals("ZL-1306"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Doctor.Level.FAULT);
              assertThat(found.sentence().zh()).contains("counting").endsWith("。");
              assertThat(found.sentence().en()).contains("counting").endsWith(".");
            });
    assertThat(look(true)).hasSameSizeAs(look(false));
    town.loseShelf();
    assertThat(look(false)).isNotEmpty();
  }

  @Test
  void work_that_was_set_aside_is_listed_and_tried_again_one_by_one_or_all() {
    fail("a");
    fail("b");
    fail("c");
    assertThat(look(false)).extracting(FindingView::code).contains("ZL-1312");
    assertThat(dead()).extracting(DeadTimer::error).containsOnly("no answer").hasSize(3);
    long first = dead().get(0).id();
    work.retry(first, LoggedIn.ADMINISTRATOR);
    assertThat(dead()).hasSize(2).noneMatch(timer -> timer.id() == first);
    refused(404, "ZL-3144", () -> work.retry(first, LoggedIn.ADMINISTRATOR));
    assertThat(work.retryAll(LoggedIn.ADMINISTRATOR).retried()).isEqualTo(2);
    assertThat(dead()).isEmpty();
    assertThat(town.town().stores().audits().after(0, 1000).stream().map(AuditEntry::note))
        .filteredOn(note -> note.action().equals("work.retried"))
        .extracting(note -> note.subject() + " " + note.detail())
        .containsExactly(first + " ", "all 2");
  }

  @Test
  void who_is_limited_to_areas_is_told_nothing() {
    LoggedIn west = LoggedIn.ADMINISTRATOR.in("west");
    refused(403, "ZL-3003", () -> doctor.look(false, west));
    refused(403, "ZL-3003", () -> work.list(west));
    refused(403, "ZL-3003", () -> work.retryAll(west));
  }
}
