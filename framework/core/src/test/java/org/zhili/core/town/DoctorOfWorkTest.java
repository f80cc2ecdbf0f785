package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.Membership;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CalendarDay;
import org.zhili.scoring.ScoringModel;

/** What a doctor says of work that is not done. */
class DoctorOfWorkTest {
  private static final CalendarDay THIS_YEAR =
      new CalendarDay(LocalDate.of(2026, 1, 1), CalendarDay.Kind.HOLIDAY, "day", "a test");

  private final TownFixture city = new TownFixture(Optional.empty());
  private final Consultation doctor = new Consultation(city.town);
  private final Membership work =
      city.admit(
          GovernanceModule.class,
          FakeModule.bringing("work", new Contribution.Cases(WorkingType.SEVEN_HOURS)),
          "work");

  @BeforeEach
  void apply() {
    city.strategy();
    city.admit(ScoringModel.class, new NoScores(), "none");
    city.town.apply(WorkingType.pack(List.of(THIS_YEAR)));
    city.settle();
    assertThat(doctor.codes()).isEmpty();
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void work_that_is_behind_is_told() {
    owe(501);
    doctor.tells("ZL-1311", "501 pieces of work have been due");
  }

  @Test
  void work_that_was_set_aside_is_told() {
    bury();
    doctor.tells("ZL-1312", "1 pieces of work were set aside");
  }

  @Test
  void work_that_waits_for_a_module_is_told() throws Exception {
    waitForTheModule();
    doctor.tells("ZL-1317", "1 pieces of work have waited");
  }

  @Test
  void work_that_waits_for_the_calendar_of_a_year_is_told() throws Exception {
    waitForTheYear();
    doctor.tells("ZL-1317", "for 2027 in the working calendar");
  }

  @Test
  void what_waits_for_a_named_part_does_not_count_as_slowness_too() throws Exception {
    waitForTheModule();
    owe(500);

    assertThat(doctor.codes()).contains("ZL-1317").doesNotContain("ZL-1311");
  }

  @Test
  void what_has_waited_a_moment_only_is_not_told() throws Exception {
    work.close();
    city.publish("tilted");

    assertThat(doctor.codes()).containsExactly("ZL-1316");
  }

  private void owe(int timers) {
    city.transactions.run(
        () -> {
          for (int i = 0; i < timers; i++) {
            city.town
                .stores()
                .timers()
                .add(
                    NewTimer.of("nobody's", "key " + i, city.instant().minus(Duration.ofHours(1))));
          }
        });
  }

  private void bury() {
    owe(1);
    TimerClaim claim =
        city.town
            .stores()
            .timers()
            .claim(Set.of("nobody's"), city.instant(), Duration.ofMinutes(1), 1)
            .get(0);
    city.town.stores().timers().bury(claim, city.instant(), "no");
  }

  private void waitForTheModule() throws Exception {
    work.close();
    city.publish("tilted");
    city.pass(Duration.ofMinutes(6));
    city.settle();
  }

  private void waitForTheYear() throws Exception {
    city.pass(Duration.ofDays(304).plusHours(8)); // five in the afternoon of 31 December
    city.publish("tilted");
    city.pass(Duration.ofMinutes(6));
  }
}
