package org.zhili.resources.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.Violation;
import org.zhili.rules.CalendarDay;
import org.zhili.scoring.Score;

class ScoreResourceTest {
  private static final String FROM = "2026-11-01";
  private static final String TO = "2026-11-30";

  private final TestTown town = new TestTown();
  private final ScoreResource scores = town.resource(ScoreResource.class);

  @BeforeEach
  void two_units_have_cases() {
    Life life = new Life(town);
    life.dispatched();
    String other = life.dispatched("west");
    life.act(other, Bodies.dispatch("telecom", "their cover"), LoggedIn.OPERATOR);
    town.pass(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_run_grades_every_unit_and_what_it_gave_is_kept_with_its_lines() {
    List<ScoreView> cards = run(FROM, TO);
    assertThat(cards).extracting(ScoreView::unit).containsExactly("municipal-works", "telecom");
    assertThat(scores.list(FROM, TO, LoggedIn.SUPERVISOR)).hasSize(2);
    ScoreView card = scores.read("telecom", FROM, TO, LoggedIn.OPERATOR);
    assertThat(card.model()).isEqualTo("counting@1.0.0");
    assertThat(card.rules()).isEqualTo("rules-1");
    assertThat(card.to()).as("the last day graded").isEqualTo("2026-11-30");
    assertThat(card.lines()).singleElement().satisfies(l -> assertThat(l.evidence()).hasSize(1));
  }

  @Test
  void the_grade_of_one_unit_shows_every_case_that_counted_with_its_verdicts() {
    run(FROM, TO);
    ScoreView card = scores.read("telecom", FROM, TO, LoggedIn.OPERATOR);
    assertThat(card.cases())
        .singleElement()
        .satisfies(c -> assertThat(c.caseId()).isEqualTo(card.lines().get(0).evidence().get(0)))
        .satisfies(c -> assertThat(c.number()).startsWith("ZL-"))
        .extracting(ScoreView.Counted::verdicts)
        .isEqualTo(List.of(new ScoreView.Verdict("cases", Score.Finding.BAD)));
    assertThat(scores.list(FROM, TO, LoggedIn.SUPERVISOR))
        .as("beside those of others, for short")
        .allSatisfy(listed -> assertThat(listed.cases()).isEmpty());
  }

  @Test
  void a_unit_sees_its_own_grade_and_no_other() {
    run(FROM, TO);
    assertThat(scores.list(FROM, TO, LoggedIn.WORKS))
        .extracting(ScoreView::unit)
        .containsExactly("municipal-works");
    assertThat(scores.read("municipal-works", FROM, TO, LoggedIn.WORKS).sample()).isPositive();
    refused(404, "ZL-3030", () -> scores.read("telecom", FROM, TO, LoggedIn.WORKS));
    assertThat(scores.list(FROM, TO, LoggedIn.UNIT_OF_NOTHING)).isEmpty();
    assertThat(scores.list(FROM, TO, LoggedIn.GUEST)).isEmpty();
  }

  @Test
  void a_supervisor_of_one_district_sees_the_units_that_serve_it_and_grades_nobody() {
    run(FROM, TO);
    LoggedIn eastern = LoggedIn.SUPERVISOR.in("east");
    assertThat(scores.list(FROM, TO, eastern))
        .extracting(ScoreView::unit)
        .containsExactly("municipal-works");
    refused(404, "ZL-3030", () -> scores.read("telecom", FROM, TO, eastern));
    refused(403, "ZL-3003", () -> scores.run(period(FROM, TO), eastern));
  }

  @Test
  void a_period_nobody_graded_has_no_scores() {
    run(FROM, TO);
    assertThat(scores.list("2026-10-01", "2026-10-31", LoggedIn.SUPERVISOR)).isEmpty();
    refused(
        404,
        "ZL-3030",
        () -> scores.read("telecom", "2026-10-01", "2026-10-31", LoggedIn.SUPERVISOR));
  }

  @Test
  void a_period_that_makes_no_sense_is_refused() {
    refused(422, "ZL-3028", () -> run(TO, FROM));
    refused(422, "ZL-3028", () -> run("2025-01-01", "2026-12-31"));
    refused(422, "ZL-3028", () -> run("+999999999-01-01", "+999999999-01-02"));
    refused(422, "ZL-3028", () -> scores.list("yesterday", TO, LoggedIn.SUPERVISOR));
    assertThat(run("2026-11-24", "2026-11-24")).as("one day is a period").isNotEmpty();
  }

  @Test
  void a_case_the_calendar_cannot_tell_about_is_named_on_the_card_and_the_others_are_graded() {
    town.enter(day(2026), day(2027));
    String late = new Life(town).dispatched();
    new Life(town).act(late, Bodies.extend(60, LimitUnit.WORK_DAY), LoggedIn.SUPERVISOR);
    town.enter(day(2026));
    assertThat(run(FROM, TO)).allSatisfy(card -> assertThat(card.leftOut()).isEmpty());

    List<ScoreView> cards = run("2027-01-01", "2027-03-31");
    assertThat(cards).extracting(ScoreView::unit).containsExactly("municipal-works");
    assertThat(cards.get(0).leftOut())
        .singleElement()
        .satisfies(left -> assertThat(left.caseId()).isEqualTo(late))
        .satisfies(left -> assertThat(left.milestone()).isEqualTo("repair"))
        .satisfies(left -> assertThat(left.why().en()).contains("2027").contains("calendar.csv"));
    assertThat(scores.list("2027-01-01", "2027-03-31", LoggedIn.WORKS)).isEqualTo(cards);
  }

  private static CalendarDay day(int year) {
    return new CalendarDay(
        LocalDate.of(year, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦", "notice of " + year);
  }

  @Test
  void a_model_that_fails_is_told_of_without_its_own_words() {
    town.fail();
    assertThat(refused(409, "ZL-3029", () -> run(FROM, TO)).messages())
        .satisfies(words -> assertThat(words.en()).contains("counting").doesNotContain("secret"))
        .satisfies(words -> assertThat(words.zh()).contains("出错").doesNotContain("secret"));
  }

  @Test
  void without_days_the_latest_period_is_shown_and_a_missing_one_is_named() {
    assertThat(scores.list(null, null, LoggedIn.SUPERVISOR)).isEmpty();
    refused(404, "ZL-3030", () -> scores.read("telecom", null, null, LoggedIn.SUPERVISOR));
    run(FROM, TO);
    run("2026-10-01", "2026-10-31");
    assertThat(scores.list(null, null, LoggedIn.SUPERVISOR))
        .hasSize(2)
        .allSatisfy(card -> assertThat(card.to()).isEqualTo("2026-11-30"));
    assertThat(scores.read("telecom", null, null, LoggedIn.OPERATOR).from()).isEqualTo(FROM);
    assertThat(scores.list(null, null, LoggedIn.WORKS)).hasSize(1);

    Problem problem =
        refused(422, "ZL-3011", () -> scores.read("telecom", FROM, null, LoggedIn.OPERATOR));
    assertThat(problem.violations()).extracting(Violation::field).containsExactly("to");
    assertThat(problem.messages().zh()).contains("“to”").contains("“from”");
    refused(422, "ZL-3011", () -> scores.list(null, TO, LoggedIn.SUPERVISOR));
  }

  @Test
  void without_the_citys_model_nothing_is_graded_and_the_reason_is_told() {
    town.leave();
    assertThat(refused(409, "ZL-3029", () -> run(FROM, TO)).messages())
        .satisfies(words -> assertThat(words.en()).contains("counting").contains("not installed"))
        .satisfies(words -> assertThat(words.zh()).contains("没有安装"));
  }

  private List<ScoreView> run(String from, String to) {
    return scores.run(period(from, to), LoggedIn.SUPERVISOR);
  }

  private static PeriodBody period(String from, String to) {
    return new PeriodBody(LocalDate.parse(from), LocalDate.parse(to));
  }
}
