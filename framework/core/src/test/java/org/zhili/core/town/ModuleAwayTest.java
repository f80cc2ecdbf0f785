package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.casework.Pause;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.Membership;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;

/** A module leaves while its cases are open: they stay readable, stand still, and go on later. */
class ModuleAwayTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final CityPack PACK =
      WorkingType.pack(
          List.of(
              new CalendarDay(
                  LocalDate.parse("2026-01-01"), CalendarDay.Kind.HOLIDAY, "day", "a test")));

  private final TownFixture city = new TownFixture(Optional.empty());
  private Membership work = work();

  @BeforeEach
  void begin() {
    city.town.apply(PACK);
    city.strategy();
  }

  @AfterEach
  void close() {
    city.close();
  }

  private Membership work() {
    return city.admit(
        GovernanceModule.class,
        FakeModule.bringing("work", new Contribution.Cases(WorkingType.SEVEN_HOURS)),
        "work");
  }

  @Test
  void its_cases_stand_still_from_the_moment_it_left_and_go_on_when_it_is_back() {
    CaseFile file = open("cover");
    Instant due = due(file).orElseThrow();
    Instant left = city.instant();
    leave();

    CaseFile halted = reread(file);
    assertThat(halted.pauses())
        .containsExactly(new Pause(left, Optional.empty(), WorkingType.ID, true));
    assertThat(halted.standing()).isEqualTo(file.standing());
    assertThat(due(halted)).isEmpty();
    assertThat(feedBack(halted)).isInstanceOf(Outcome.Refused.class);
    city.pass(Duration.ofDays(30));
    settle();
    assertThat(reread(file).counts().urges()).isZero();

    work = work();
    settle();
    CaseFile back = reread(file);
    assertThat(back.halted()).isFalse();
    assertThat(back.pauses().get(0).until()).contains(city.instant());
    assertThat(due(back))
        .hasValueSatisfying(at -> assertThat(at).isAfter(due).isAfter(city.instant()));
    assertThat(replayed(back)).isEqualTo(back);
    city.pass(Duration.ofDays(30));
    settle();
    assertThat(reread(file).counts().urges()).isEqualTo(1);
  }

  @Test
  void a_swap_leaves_no_mark() {
    CaseFile file = open("cover");
    work.close();
    city.pass(AbsentTypes.GRACE.minusSeconds(1));
    settle();
    work = work();
    city.pass(HOUR);
    settle();

    assertThat(reread(file)).isEqualTo(file);
  }

  @Test
  void the_doctor_says_that_cases_stand_still_and_what_helps() {
    open("cover");
    leave();
    city.pass(HOUR);
    settle();

    assertThat(new Doctor(city.town).look())
        .filteredOn(finding -> finding.why().key().equals("doctor.waits-halted-type"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.why().arguments()).startsWith(WorkingType.ID));
  }

  @Test
  void a_case_nobody_has_yet_is_dispatched_once_its_module_is_back() {
    CaseFile file = open("cover");
    CaseAction back = new CaseAction.DecideReturn(true, "not theirs");
    act(file, new CaseAction.RequestReturn("not ours"), SampleTypes.WORKER);
    leave();
    assertThat(act(file, back, SampleTypes.SUPERVISOR)).isInstanceOf(Outcome.Refused.class);
    work = work();
    settle();
    assertThat(act(file, back, SampleTypes.SUPERVISOR)).isInstanceOf(Outcome.Moved.class);
    settle();

    assertThat(reread(file).assignment().lead()).isPresent();
  }

  @Test
  void many_cases_are_halted_page_by_page_and_others_are_left_alone() {
    for (int i = 0; i < 250; i++) {
      open("cover " + i);
    }
    CaseFile other = city.town.desk().find(city.openByHand()).orElseThrow();
    leave();
    assertThat(halted()).isEqualTo(250);
    assertThat(reread(other).halted()).isFalse();

    work = work();
    settle();
    assertThat(halted()).isZero();
  }

  @Test
  void a_town_that_opens_without_the_module_halts_its_cases_too() {
    CaseFile file = open("cover");
    work.close();
    try (Town again = city.reopened(PACK)) {
      again.start(0);
      city.pass(HOUR);
      settle();
      while (again.timers().runDue() > 0) {
        assertThat(again.desk().find(file.id())).isPresent();
      }
    }
    assertThat(reread(file).halted()).isTrue();
  }

  @Test
  void what_the_citys_pack_says_of_a_type_does_not_make_up_for_its_module() {
    city.town.apply(
        new CityPack(
            PACK.rules(),
            PACK.areas(),
            PACK.units(),
            PACK.assets(),
            PACK.devices(),
            List.of(WorkingType.SEVEN_HOURS)));
    CaseFile file = open("cover");
    leave();
    assertThat(reread(file).halted()).isTrue();

    work = work();
    settle();
    assertThat(reread(file).halted()).isFalse();
  }

  @Test
  void a_closed_case_is_not_reopened_without_its_module() {
    CaseFile file = open("cover");
    act(file, new CaseAction.Annul("a mistake"), SampleTypes.OPERATOR);
    leave();

    assertThat(reread(file).halted()).isFalse();
    assertThat(act(file, new CaseAction.Reopen("still tilted"), SampleTypes.OPERATOR))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("ZL-2018"));
  }

  private void leave() {
    work.close();
    city.pass(AbsentTypes.GRACE);
    settle();
  }

  private void settle() {
    city.settle();
  }

  private CaseFile open(String key) {
    NewCase made =
        new NewCase(
            WorkingType.ID,
            Optional.of(WorkingType.FILING),
            SampleTypes.report(key, city.instant()));
    CaseFile file = city.town.desk().open(made, SampleTypes.OPERATOR).file();
    act(file, new CaseAction.Advance("accept", "", List.of()), SampleTypes.OPERATOR);
    settle();
    return reread(file);
  }

  private Outcome act(CaseFile file, CaseAction action, Actor by) {
    return city.town.desk().act(file.id(), action, by, OptionalLong.empty());
  }

  private Outcome feedBack(CaseFile file) {
    return act(file, new CaseAction.Advance("acknowledge", "", List.of()), SampleTypes.WORKER);
  }

  private CaseFile reread(CaseFile file) {
    return city.town.desk().find(file.id()).orElseThrow();
  }

  private CaseFile replayed(CaseFile file) {
    return new CaseReplay(city.town.engine(), city.town.types()::of)
        .replay(city.town.ledger().trace().of(file.id()));
  }

  private Optional<Instant> due(CaseFile file) {
    return city.town.milestones().due(file, file.clocks().get(0));
  }

  private long halted() {
    return city
        .transactions
        .run(() -> city.town.ledger().cases().unfinished(WorkingType.ID, Optional.empty(), 999))
        .stream()
        .filter(CaseFile::halted)
        .count();
  }
}
