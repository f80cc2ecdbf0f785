package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.core.calendar.WorkingCalendar;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.edition.Clocks;
import org.zhili.core.edition.Comparison;
import org.zhili.core.edition.Findings;
import org.zhili.core.edition.Findings.Due;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Findings.Turn;
import org.zhili.core.edition.Hindsight;
import org.zhili.id.CaseId;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.WorkingHours;

/**
 * What a draft would have made of cases. The fixture's clock begins on Monday, 2026-03-02, 9:00.
 */
class HindsightTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T01:00:00Z");

  private final TownFixture fixture = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    fixture.close();
  }

  private static CalendarDay holiday(String date) {
    return new CalendarDay(LocalDate.parse(date), CalendarDay.Kind.HOLIDAY, "n", "s");
  }

  private static WorkingCalendar calendar(CalendarDay... days) {
    return new WorkingCalendar(List.of(days), WorkingHours.DEFAULT, SHANGHAI);
  }

  private Clocks clocks(WorkingCalendar calendar) {
    return new Clocks(calendar, SHANGHAI, fixture.instant());
  }

  private Findings look(Comparison by, Instant from, Instant until) {
    return new Hindsight(fixture.transactions, fixture.town.stores().cases(), System::nanoTime)
        .look(by, from, until, 10)
        .orElseThrow();
  }

  private Findings look(Comparison by) {
    return look(by, MONDAY_NINE.minusSeconds(1), fixture.instant().plusSeconds(1));
  }

  private void act(CaseId id, CaseAction action, Actor by) {
    assertThat(fixture.town.desk().act(id, action, by, OptionalLong.empty()))
        .isInstanceOf(Outcome.Moved.class);
  }

  private void accept(CaseId id) {
    act(id, new CaseAction.Advance("accept", "", List.of()), SampleTypes.OPERATOR);
  }

  /** The type with other limits. */
  private static CaseType limited(UnaryOperator<Limit> other) {
    CaseType type = SampleTypes.component(2);
    List<FilingCondition> filings =
        type.filings().stream()
            .map(
                filing ->
                    new FilingCondition(
                        filing.id(),
                        filing.name(),
                        filing.milestones().stream()
                            .map(
                                m ->
                                    new Milestone(
                                        m.id(),
                                        m.name(),
                                        m.from(),
                                        m.until(),
                                        other.apply(m.limit()),
                                        m.evidence()))
                            .toList()))
            .toList();
    return with(type, type.steps(), filings);
  }

  private static CaseType with(
      CaseType type, List<CaseType.Step> steps, List<FilingCondition> filings) {
    return new CaseType(
        type.id(),
        type.version(),
        type.name(),
        steps,
        type.passages(),
        filings,
        type.sides(),
        type.reopenWithin());
  }

  private Comparison type(CaseType draft) {
    return of(draft, "test.component");
  }

  private Comparison of(CaseType draft, String cases) {
    return Comparison.ofTypes(
        draft,
        cases,
        new CaseReplay(fixture.town.engine(), version -> draft),
        fixture.town.stores().traces(),
        clocks(calendar(holiday("2026-01-01"))));
  }

  @Test
  void working_limits_cross_a_holiday_and_natural_ones_run_through() {
    CaseId id = fixture.openByHand();
    accept(id);
    CaseType inDays = limited(limit -> new Limit(1, LimitUnit.WORK_DAY));
    Finding found = look(type(inDays)).samples().get(0);
    Instant tuesday = Instant.parse("2026-03-03T01:00:00Z");
    assertThat(found.dues())
        .contains(
            new Due("respond", Optional.of(MONDAY_NINE.plusSeconds(7200)), Optional.of(tuesday)));
    // what the case has are natural hours: no calendar moves them
    Comparison calendars =
        Comparison.ofCalendars(
            calendar(holiday("2026-01-01")), calendar(holiday("2026-03-02")), fixture.instant());
    assertThat(look(calendars).all().different()).isZero();
  }

  @Test
  void a_limit_that_is_shorter_makes_more_cases_late_and_a_longer_one_fewer() {
    accept(fixture.openByHand());
    fixture.pass(Duration.ofMinutes(90));
    Findings half = look(type(limited(limit -> new Limit(1, LimitUnit.HOUR))));
    assertThat(half.all())
        .extracting(Findings.Sums::cases, Findings.Sums::overdueBefore, Findings.Sums::overdueAfter)
        .containsExactly(1L, 0L, 1L);
    fixture.pass(Duration.ofHours(40));
    Findings longer = look(type(limited(limit -> new Limit(3, LimitUnit.DAY))));
    assertThat(longer.all().overdueBefore()).isEqualTo(1);
    assertThat(longer.all().overdueAfter()).isZero();
    assertThat(longer.byType())
        .singleElement()
        .satisfies(of -> assertThat(of.sums()).isEqualTo(longer.all()));
  }

  @Test
  void a_step_or_a_filing_that_is_gone_is_told_of_and_nothing_is_changed() {
    CaseId id = fixture.openByHand();
    accept(id);
    CaseType type = SampleTypes.component(2);
    List<CaseType.Step> fewer =
        type.steps().stream().filter(step -> !step.id().equals("filed")).toList();
    assertThat(look(type(with(type, fewer, type.filings()))).samples())
        .extracting(Finding::turn)
        .containsExactly(Turn.BLOCKED);
    assertThat(look(type(with(type, type.steps(), List.of()))).all().gone()).isEqualTo(1);
    assertThat(fixture.town.desk().find(id).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void a_new_type_is_tried_on_the_cases_of_another() {
    accept(fixture.openByHand());
    CaseType likeIt = limited(limit -> new Limit(1, LimitUnit.HOUR));
    CaseType fresh =
        new CaseType(
            "city.fresh",
            1,
            likeIt.name(),
            likeIt.steps(),
            likeIt.passages(),
            likeIt.filings(),
            likeIt.sides(),
            likeIt.reopenWithin());
    assertThat(look(type(fresh)).samples().get(0).dues()).hasSize(3);
    assertThat(look(of(fresh, fresh.id())).all().cases()).isZero();
  }

  @Test
  void only_cases_that_were_reported_in_the_days_are_looked_at() {
    fixture.openByHand();
    Instant second = MONDAY_NINE.plus(Duration.ofHours(15));
    fixture.pass(Duration.ofHours(15)); // midnight in Shanghai
    annul(another());
    Comparison same = type(limited(limit -> limit));
    assertThat(look(same, MONDAY_NINE, second).all().cases()).isEqualTo(1);
    assertThat(look(same, second, second.plusSeconds(60)).all().cases()).isZero();
    assertThat(look(same).all().different()).isZero();
  }

  @Test
  void a_look_that_takes_too_long_ends() {
    fixture.openByHand();
    AtomicLong nanos = new AtomicLong();
    Comparison slow =
        file -> {
          nanos.addAndGet(Duration.ofMinutes(5).toNanos());
          return Optional.empty();
        };
    Hindsight hindsight =
        new Hindsight(fixture.transactions, fixture.town.stores().cases(), nanos::get);
    Instant until = fixture.instant().plusSeconds(1);
    assertThat(hindsight.look(slow, MONDAY_NINE.minusSeconds(1), until, 1)).isEmpty();
  }

  @Test
  void a_year_that_replaying_meets_without_days_is_told_of() {
    accept(fixture.openByHand());
    CaseReplay lacksDays =
        new CaseReplay(
            fixture.town.engine(),
            version -> {
              Limit inDays = new Limit(1, LimitUnit.WORK_DAY);
              calendar().due(fixture.instant(), List.of(inDays), List.of());
              throw new IllegalStateException("a calendar without days knows no year");
            });
    Comparison by =
        Comparison.ofTypes(
            SampleTypes.component(2),
            "test.component",
            lacksDays,
            fixture.town.stores().traces(),
            clocks(calendar(holiday("2026-01-01"))));
    assertThat(look(by).all().unknown()).isEqualTo(1);
  }

  private CaseId another() {
    NewCase another =
        new NewCase(
            "test.component",
            Optional.of("missing"),
            SampleTypes.report("another", fixture.instant()));
    return fixture.town.desk().open(another, SampleTypes.OPERATOR).file().id();
  }

  /** End a case as one that was no matter of its own. */
  private void annul(CaseId id) {
    act(id, new CaseAction.Annul("twice"), SampleTypes.OPERATOR);
  }
}
