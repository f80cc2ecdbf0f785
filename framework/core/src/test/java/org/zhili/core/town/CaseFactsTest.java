package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.RESIDENT;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.Evidence;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.grading.GradingRun;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Wording;

/**
 * What a model is told of cases, open and closed. It is nine in the morning of 2 March when a test
 * begins; a missing cover is to be answered and made safe in two hours, and mended in a day.
 */
class CaseFactsTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final TownFixture city = new TownFixture(Optional.empty());
  private final Recorder model = new Recorder();

  @BeforeEach
  void admit() {
    city.admit(ScoringModel.class, model, "none");
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_milestone_that_is_due_counts_though_the_case_is_open() {
    dispatched("a");
    passHours(3);

    GradedCase graded = only(WORKS, day(2));
    assertThat(graded.standing()).isEqualTo(Standing.OPEN);
    assertThat(graded.closedAt()).isEmpty();
    assertThat(graded.reportedAt()).isEqualTo(START);
    Instant due = START.plus(Duration.ofHours(2));
    assertThat(graded.milestones())
        .containsExactly(
            new GradedCase.Due("respond", true, due, Optional.empty()),
            new GradedCase.Due("make-safe", false, due, Optional.empty()));
    assertThat(graded.milestones()).noneMatch(GradedCase.Due::inTime);
  }

  @Test
  void what_can_still_be_met_counts_nowhere_yet() {
    dispatched("a");
    passHours(1);
    assertThat(told(day(2))).isEmpty();
  }

  @Test
  void what_was_met_in_time_counts_on_the_day_it_was_met() {
    closed("a");
    passHours(72);

    GradedCase graded = only(WORKS, day(2));
    assertThat(graded.standing()).isEqualTo(Standing.CLOSED);
    assertThat(graded.closedAt()).contains(START);
    assertThat(graded.milestones())
        .contains(
            new GradedCase.Due(
                "repair", false, START.plus(Duration.ofDays(1)), Optional.of(START)));
    assertThat(told(day(3))).as("when it would have been due").isEmpty();
  }

  @Test
  void what_was_met_late_counts_on_the_day_it_was_due() {
    CaseId late = dispatched("a");
    passHours(72);
    finish(late);

    GradedCase graded = only(WORKS, day(3));
    Instant met = START.plus(Duration.ofDays(3));
    assertThat(graded.milestones())
        .containsExactly(
            new GradedCase.Due("repair", false, START.plus(Duration.ofDays(1)), Optional.of(met)));
    assertThat(graded.milestones().get(0).inTime()).isFalse();
    assertThat(milestones(only(WORKS, day(2)))).containsExactly("respond", "make-safe");
    assertThat(told(day(5))).as("when it was met").isEmpty();
  }

  @Test
  void midnight_in_the_city_belongs_to_the_day_that_begins() {
    passHours(15);
    dispatched("a");
    passHours(48);
    assertThat(milestones(only(WORKS, day(3)))).containsExactly("respond", "make-safe");
    assertThat(milestones(only(WORKS, day(4)))).containsExactly("repair");
  }

  @Test
  void a_case_counts_under_its_lead_and_as_wrongly_sent_under_who_handed_it_back() {
    CaseId id = dispatched("a");
    act(id, WORKER, new CaseAction.RequestReturn("owned by telecom"));
    act(id, SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    act(id, OPERATOR, to(TELECOM));
    passHours(3);

    assertThat(only(WORKS, day(2)).wronglySent()).isTrue();
    assertThat(only(TELECOM, day(2)).wronglySent()).isFalse();
    assertThat(only(TELECOM, day(2)).counts().returns()).isEqualTo(1);
  }

  @Test
  void a_unit_whose_return_was_refused_or_that_got_the_case_again_answers_for_it() {
    CaseId refused = dispatched("a");
    act(refused, WORKER, new CaseAction.RequestReturn("not ours"));
    act(refused, SUPERVISOR, new CaseAction.DecideReturn(false, "it is"));
    CaseId again = dispatched("b");
    act(again, WORKER, new CaseAction.RequestReturn("not ours"));
    act(again, SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    act(again, OPERATOR, to(WORKS));
    passHours(3);

    assertThat(told(day(2)).get(WORKS))
        .hasSize(2)
        .extracting(GradedCase::wronglySent)
        .containsOnly(false);
  }

  @Test
  void cases_opened_by_mistake_and_cases_that_went_on_inside_others_count_for_nobody() {
    CaseId mistake = dispatched("a");
    CaseId same = dispatched("b");
    CaseId kept = dispatched("c");
    passHours(3);
    act(mistake, OPERATOR, new CaseAction.Annul("a test"));
    act(same, OPERATOR, new CaseAction.Merge(kept, "the same cover"));
    assertThat(only(WORKS, day(2)).id()).isEqualTo(kept);
  }

  @Test
  void a_case_without_a_lead_counts_for_nobody() {
    act(open("a"), OPERATOR, new CaseAction.Advance("accept", "", List.of()));
    passHours(3);
    assertThat(told(day(2))).isEmpty();
  }

  @Test
  void time_that_clocks_stood_still_is_added_to_what_is_due() {
    CaseId id = dispatched("a");
    passHours(1);
    act(id, OPERATOR, new CaseAction.Suspend("flooded"));
    passHours(5);
    assertThat(told(day(2))).as("nothing falls due meanwhile").isEmpty();

    act(id, OPERATOR, new CaseAction.Resume(""));
    passHours(2);
    GradedCase graded = only(WORKS, day(2));
    assertThat(graded.paused()).isEqualTo(Duration.ofHours(5));
    assertThat(graded.milestones())
        .extracting(GradedCase.Due::dueAt)
        .containsOnly(START.plus(Duration.ofHours(7)));
  }

  @Test
  void a_case_soon_after_another_was_closed_at_the_same_asset_is_a_recurrence() {
    CaseId first = closed("a");
    passHours(24);
    CaseId soon = closed("b");
    passHours(31 * 24);
    CaseId later = closed("c");

    List<GradedCase> all =
        told(new GradingPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 1))).get(WORKS);
    assertThat(all)
        .filteredOn(GradedCase::recurrence)
        .extracting(GradedCase::id)
        .containsExactly(soon);
    assertThat(all).extracting(GradedCase::id).containsExactly(first, soon, later);
  }

  @Test
  void what_the_resident_answered_is_told() {
    CaseId id = closed("a");
    act(id, RESIDENT, new CaseAction.Rate(new Rating(true, 4, "fine")));
    assertThat(only(WORKS, day(2)).rating()).contains(new Rating(true, 4, "fine"));
  }

  private void passHours(int hours) {
    city.pass(Duration.ofHours(hours));
  }

  private CaseId open(String key) {
    NewCase wanted =
        new NewCase(
            "test.component", Optional.of("missing"), SampleTypes.report(key, city.instant()));
    return city.town.desk().open(wanted, OPERATOR).file().id();
  }

  private CaseId dispatched(String key) {
    CaseId id = open(key);
    act(id, OPERATOR, new CaseAction.Advance("accept", "", List.of()));
    act(id, OPERATOR, to(WORKS));
    return id;
  }

  private static CaseAction to(UnitId lead) {
    return new CaseAction.Dispatch(lead, Set.of(), Set.of(), Set.of(), Wording.same("why"));
  }

  private CaseId closed(String key) {
    CaseId id = dispatched(key);
    finish(id);
    return id;
  }

  private void finish(CaseId id) {
    List<Evidence> photo = List.of(new Evidence("photo-after", "p"));
    act(id, WORKER, new CaseAction.Advance("acknowledge", "", List.of()));
    act(id, WORKER, new CaseAction.Advance("feed-back", "", photo));
    act(id, SUPERVISOR, new CaseAction.Advance("close", "", List.of()));
  }

  private void act(CaseId id, Actor actor, CaseAction action) {
    assertThat(city.town.desk().act(id, action, actor, OptionalLong.empty()))
        .isInstanceOf(Outcome.Moved.class);
  }

  /** A day of March. */
  private static GradingPeriod day(int day) {
    LocalDate date = LocalDate.of(2026, 3, day);
    return new GradingPeriod(date, date.plusDays(1));
  }

  private Map<UnitId, List<GradedCase>> told(GradingPeriod period) {
    model.told.clear();
    assertThat(city.town.grading().grade(period)).isInstanceOf(GradingRun.Result.Done.class);
    return model.told;
  }

  /** The one case the model is told of a unit. */
  private GradedCase only(UnitId unit, GradingPeriod period) {
    List<GradedCase> cases = told(period).getOrDefault(unit, List.of());
    assertThat(cases).hasSize(1);
    return cases.get(0);
  }

  private static List<String> milestones(GradedCase graded) {
    return graded.milestones().stream().map(GradedCase.Due::milestone).toList();
  }

  /** Gives everybody nothing, and keeps what it was told. */
  private static final class Recorder implements ScoringModel {
    private final Map<UnitId, List<GradedCase>> told = new HashMap<>();

    @Override
    public String id() {
      return "none";
    }

    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
      told.put(new UnitId(subject.id()), cases);
      return new Score.Graded(BigDecimal.ZERO, List.of(), cases.size());
    }
  }
}
