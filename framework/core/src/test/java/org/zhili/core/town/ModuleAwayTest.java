package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.Outcome;
import org.zhili.casework.Pause;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.SampleTypes;

/** A module leaves while its cases are open: they stay readable, stand still, and go on later. */
class ModuleAwayTest extends WorkingCases {
  private static final CaseType CITYS = named("city.lamp");

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
    city.pass(HOUR); // a fast clock makes no absence of it
    city.watch(AbsentTypes.GRACE.minus(AbsentTypes.WATCHED.multipliedBy(2)), city.town);
    work = work();
    city.watch(HOUR, city.town);

    assertThat(reread(file)).isEqualTo(file);
  }

  @Test
  void who_is_missed_sooner_is_looked_for_more_often() {
    assertThat(pace(AbsentTypes.GRACE)).isEqualTo(AbsentTypes.WATCHED);
    assertThat(pace(Duration.ofSeconds(15))).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace(HOUR)).isEqualTo(AbsentTypes.WATCHED);
  }

  private Duration pace(Duration grace) {
    try (Town again = city.reopened(grace)) {
      return again.absentTypes().pace();
    }
  }

  @Test
  void a_type_of_the_city_alone_is_here_while_its_pack_says_so() {
    city.town.apply(with(List.of(CITYS)));
    CaseFile file = open(CITYS.id(), "lamp");
    city.watch(HOUR, city.town);
    assertThat(reread(file).halted()).isFalse();

    city.town.apply(PACK);
    city.watch(HOUR, city.town);
    assertThat(reread(file).halted()).isTrue();

    city.town.apply(with(List.of(CITYS)));
    settle();
    assertThat(reread(file).halted()).isFalse();
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
  void what_the_citys_pack_says_of_a_type_does_not_make_up_for_its_module() {
    city.town.apply(overriding());
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
}
