package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.NewCase;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.Milestones;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerStore;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CalendarDay;

/** The city's calendar is mended or changed while cases run by it. */
class CalendarChangesTest {
  private static final CalendarDay THIS_YEAR = holiday("2026-01-01");
  private static final CalendarDay NEXT_YEAR = holiday("2027-01-01");
  private static final CalendarDay SATURDAY = day("2026-03-07", CalendarDay.Kind.MAKE_UP_WORKDAY);

  private final TownFixture city = new TownFixture(Optional.empty());

  @BeforeEach
  void bring() {
    city.strategy();
    city.admit(
        GovernanceModule.class,
        FakeModule.bringing("work", new Contribution.Cases(WorkingType.SEVEN_HOURS)),
        "work");
    calendar(THIS_YEAR);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void an_alarm_whose_limits_reach_an_unknown_year_waits_for_the_calendar() throws Exception {
    passUntil("2026-12-31T07:00:00Z");
    city.publish("tilted");
    waitLong();
    assertThat(cases()).isEmpty();
    assertThat(new Doctor(city.town).look())
        .filteredOn(finding -> finding.code().equals("ZL-1314"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.why().arguments()).containsExactly("2027"));

    calendar(THIS_YEAR, NEXT_YEAR);
    city.settle();
    CaseFile file = onlyCase();
    assertThat(file.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(due(file)).isEqualTo(file.clocks().get(0).startedAt().plus(Duration.ofDays(4)));
  }

  @Test
  void a_reaction_that_acts_on_a_case_waits_for_the_year_it_needs() throws Exception {
    calendar(THIS_YEAR, NEXT_YEAR);
    city.admit(GovernanceModule.class, FakeModule.bringing("annotator", annotating()), "annotator");
    passUntil("2026-12-31T07:00:00Z");
    city.send("tilted");
    city.town.timers().runDue();
    calendar(THIS_YEAR);
    waitLong();
    assertThat(onlyCase().counts().urges()).isZero();

    calendar(THIS_YEAR, NEXT_YEAR);
    city.settle();
    assertThat(onlyCase().counts().urges()).isEqualTo(1);
  }

  @Test
  void a_make_up_workday_that_is_announced_late_makes_the_urge_come_earlier() throws Exception {
    passUntil("2026-03-06T07:00:00Z"); // a Friday, 15:00 in the city
    city.publish("tilted");
    assertThat(due(onlyCase())).isEqualTo(Instant.parse("2026-03-09T07:00:01Z"));

    calendar(THIS_YEAR, SATURDAY);
    city.settle();
    passUntil("2026-03-07T07:00:01Z");
    city.settle();
    assertThat(onlyCase().counts().urges()).isEqualTo(1);

    calendar(THIS_YEAR);
    city.settle();
    passUntil("2026-03-09T07:00:01Z");
    city.settle();
    assertThat(onlyCase().counts().urges()).as("it is due anew").isEqualTo(2);
    calendar(THIS_YEAR, SATURDAY);
    city.settle();
    assertThat(onlyCase().counts().urges()).as("that is past").isEqualTo(2);
  }

  @Test
  void lists_by_what_is_due_follow_the_calendar() throws Exception {
    passUntil("2026-03-06T07:00:00Z");
    city.publish("tilted");
    assertThat(listedAsDue()).contains(Instant.parse("2026-03-09T07:00:01Z"));

    calendar(THIS_YEAR, SATURDAY);
    city.settle();
    assertThat(listedAsDue()).contains(Instant.parse("2026-03-07T07:00:01Z"));

    CaseAction suspend = new CaseAction.Suspend("parts");
    city.town.desk().act(onlyCase().id(), suspend, SampleTypes.OPERATOR, OptionalLong.empty());
    assertThat(listedAsDue()).as("its clocks stand still").isEmpty();
  }

  private Optional<Instant> listedAsDue() {
    CaseStore.Query all = CaseStore.Query.newest(50);
    return city.transactions
        .run(() -> city.town.ledger().cases().dueFirst(all, Optional.empty()))
        .get(0)
        .turn()
        .due();
  }

  @Test
  void a_calendar_that_lost_a_year_leaves_the_timers_until_it_has_it_again() throws Exception {
    calendar(THIS_YEAR, NEXT_YEAR);
    passUntil("2026-12-31T07:00:00Z");
    city.publish("tilted");
    calendar(THIS_YEAR);
    waitLong();
    passUntil("2027-01-04T07:00:01Z");
    waitLong();
    assertThat(onlyCase().counts().urges()).isZero();

    calendar(THIS_YEAR, NEXT_YEAR);
    city.settle();
    assertThat(onlyCase().counts().urges()).isEqualTo(1);
  }

  @Test
  void a_node_that_takes_the_calendar_later_than_another_lets_the_timers_follow_once_more() {
    passUntil("2026-03-06T07:00:00Z");
    open("cover");
    city.settle();
    try (Town other = city.reopened(WorkingType.pack(List.of(THIS_YEAR, SATURDAY)))) {
      while (city.town.timers().runDue() > 0) {
        assertThat(dueBy("2026-03-07T07:00:00Z")).as("by the old calendar").isZero();
      }
      assertThat(other.books().rules().calendar()).contains(SATURDAY);
    }
    calendar(THIS_YEAR, SATURDAY);
    city.settle();
    assertThat(dueBy("2026-03-07T07:00:00Z")).isEqualTo(1);
  }

  @Test
  void many_timers_follow_page_by_page_and_a_town_that_was_killed_goes_on() {
    passUntil("2026-03-06T07:00:00Z");
    for (int i = 0; i < 250; i++) {
      open("cover " + i);
    }
    city.settle();
    List<CalendarDay> changed = List.of(THIS_YEAR, SATURDAY);
    calendar(THIS_YEAR, SATURDAY);
    city.town.timers().runDue(); // one page, then it is killed
    assertThat(dueBy("2026-03-07T07:00:00Z")).isEqualTo(100);

    try (Town again = city.reopened(WorkingType.pack(changed))) {
      again.start(0);
      while (again.timers().runDue() > 0) {
        assertThat(dueBy("2026-03-07T07:00:00Z")).isGreaterThanOrEqualTo(100);
      }
      assertThat(dueBy("2026-03-07T07:00:00Z")).isEqualTo(250);
    }
  }

  @Test
  void a_calendar_that_changed_while_the_town_was_closed_counts_too() {
    passUntil("2026-03-06T07:00:00Z");
    open("cover");
    city.settle();

    try (Town again = city.reopened(WorkingType.pack(List.of(THIS_YEAR, SATURDAY)))) {
      again.start(0);
      for (int done = 1; done > 0; ) {
        done = again.timers().runDue();
      }
      assertThat(dueBy("2026-03-07T07:00:00Z")).isEqualTo(1);
    }
  }

  /** How many milestones are looked at by then. */
  private int dueBy(String instant) {
    TimerStore timers = city.town.stores().timers();
    List<TimerClaim> claims =
        timers.claim(
            Set.of(Milestones.MILESTONE), Instant.parse(instant), Duration.ofMinutes(1), 999);
    claims.forEach(claim -> timers.postpone(claim, Duration.ZERO, "it was only looked at"));
    return claims.size();
  }

  private void open(String key) {
    NewCase made =
        new NewCase(
            WorkingType.ID,
            Optional.of(WorkingType.FILING),
            SampleTypes.report(key, city.instant()));
    CaseFile file = city.town.desk().open(made, SampleTypes.OPERATOR).file();
    CaseAction accept = new CaseAction.Advance("accept", "", List.of());
    city.town.desk().act(file.id(), accept, SampleTypes.OPERATOR, OptionalLong.empty());
  }

  /** Asks for the due time of a new case, as a module may, and urges. */
  private Contribution annotating() {
    return new Contribution.Reaction(
        "annotator.urges",
        Set.of(WorkingType.ID),
        Set.of(CaseState.DISPATCHED),
        (event, file) -> {
          assertThat(due(file)).isAfter(city.instant());
          city.town
              .desk()
              .act(file.id(), new CaseAction.Urge("now"), SampleTypes.SYSTEM, OptionalLong.empty());
        });
  }

  private Instant due(CaseFile file) {
    return city.town.milestones().due(file, file.clocks().get(0)).orElseThrow();
  }

  private void passUntil(String instant) {
    city.pass(Duration.between(city.instant(), Instant.parse(instant)));
  }

  private void calendar(CalendarDay... days) {
    city.town.apply(WorkingType.pack(List.of(days)));
  }

  private static CalendarDay holiday(String date) {
    return day(date, CalendarDay.Kind.HOLIDAY);
  }

  private static CalendarDay day(String date, CalendarDay.Kind kind) {
    return new CalendarDay(LocalDate.parse(date), kind, "day", "a test");
  }

  private void waitLong() {
    for (int i = 0; i < 20; i++) {
      city.settle();
      city.town.timers().hurry();
    }
    assertThat(city.transactions.run(() -> city.town.stores().timers().dead(9))).isEmpty();
  }

  private CaseFile onlyCase() {
    assertThat(cases()).hasSize(1);
    return cases().get(0);
  }

  private List<CaseFile> cases() {
    return city.transactions.run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(50)));
  }
}
