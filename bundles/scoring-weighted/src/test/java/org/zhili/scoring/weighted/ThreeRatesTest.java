package org.zhili.scoring.weighted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Counts;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.Subject;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

class ThreeRatesTest {
  private static final Instant REPORTED = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant DUE = REPORTED.plus(Duration.ofHours(2));
  private static final Subject UNIT = new Subject(Subject.Kind.UNIT, "municipal-works");
  private static final GradingPeriod MARCH =
      new GradingPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

  private final ThreeRates model = new ThreeRates(ThreeRates.Weights.EQUAL, 2);

  private static GradedCase graded(
      int number, boolean inTime, Standing standing, Optional<Rating> rating, boolean wrong) {
    Optional<Instant> met = Optional.of(inTime ? DUE : DUE.plusSeconds(1));
    return new GradedCase(
        new CaseId(new UUID(0, number)),
        String.format("ZL-20260302-%06d", number),
        "urban.component",
        "sensor",
        standing,
        REPORTED,
        Optional.of(DUE),
        List.of(
            new GradedCase.Due("respond", true, DUE, met),
            new GradedCase.Due("repair", false, DUE, met)),
        Duration.ZERO,
        Counts.ZERO,
        wrong,
        false,
        rating);
  }

  private Score.Graded grade(List<GradedCase> cases) {
    return (Score.Graded) model.grade(UNIT, MARCH, cases);
  }

  @Test
  void the_lines_add_up_and_none_is_over_its_maximum() {
    Score.Graded score =
        grade(
            List.of(
                graded(1, true, Standing.CLOSED, Optional.of(new Rating(true, 5, "")), false),
                graded(2, false, Standing.CLOSED, Optional.of(new Rating(false, 2, "")), false)));
    // half of every line, each rounded to a hundredth of a point
    assertThat(score.total()).isCloseTo(new BigDecimal("50"), within(new BigDecimal("0.02")));
    assertThat(score.sample()).isEqualTo(2);
    BigDecimal sum =
        score.lines().stream().map(Score.Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(score.total());
    List<Criterion> criteria = model.criteria();
    for (int i = 0; i < criteria.size(); i++) {
      assertThat(score.lines().get(i).points()).isLessThanOrEqualTo(criteria.get(i).maximum());
    }
  }

  @Test
  void every_lost_point_names_the_case_that_cost_it() {
    Score.Graded score =
        grade(
            List.of(
                graded(1, true, Standing.CLOSED, Optional.empty(), false),
                graded(2, false, Standing.CLOSED, Optional.empty(), false)));
    assertThat(score.lines().get(0).evidence()).containsExactly(new CaseId(new UUID(0, 2)));
  }

  @Test
  void every_case_that_counted_is_shown_with_a_verdict_for_each_rate() {
    Score.Graded score =
        grade(
            List.of(
                graded(2, false, Standing.CLOSED, Optional.of(new Rating(true, 2, "")), false),
                graded(3, false, Standing.CLOSED, Optional.empty(), true),
                graded(1, true, Standing.OPEN, Optional.empty(), false)));
    assertThat(score.cases())
        .containsExactly(
            counted(1, Score.Finding.GOOD, Score.Finding.BAD, Score.Finding.NOT_ASKED),
            counted(2, Score.Finding.BAD, Score.Finding.GOOD, Score.Finding.BAD));
  }

  private static Score.Counted counted(
      int number, Score.Finding response, Score.Finding resolution, Score.Finding satisfaction) {
    return new Score.Counted(
        new CaseId(new UUID(0, number)),
        String.format("ZL-20260302-%06d", number),
        List.of(
            new Score.Verdict("response", response),
            new Score.Verdict("resolution", resolution),
            new Score.Verdict("satisfaction", satisfaction)));
  }

  @Test
  void the_order_of_cases_changes_nothing() {
    List<GradedCase> cases = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      Optional<Rating> rating =
          i % 3 == 0 ? Optional.of(new Rating(i % 2 == 0, 1 + i % 5, "")) : Optional.empty();
      cases.add(graded(i, i % 4 != 0, Standing.CLOSED, rating, false));
    }
    Score expected = grade(cases);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(cases, random);
      assertThat(grade(cases)).isEqualTo(expected);
    }
  }

  @Test
  void cases_sent_to_the_wrong_unit_do_not_count() {
    List<GradedCase> cases =
        List.of(
            graded(1, true, Standing.CLOSED, Optional.empty(), false),
            graded(2, true, Standing.CLOSED, Optional.empty(), false),
            graded(3, false, Standing.OPEN, Optional.empty(), true));
    assertThat(grade(cases).sample()).isEqualTo(2);
    assertThat(grade(cases).total()).isEqualByComparingTo("100.00");
  }

  @Test
  void too_few_cases_give_no_grade() {
    GradedCase one = graded(1, true, Standing.CLOSED, Optional.empty(), false);
    GradedCase wronglySent = graded(2, true, Standing.CLOSED, Optional.empty(), true);
    assertThat(sampleOfUngraded(List.of(one, wronglySent))).isEqualTo(1);
    assertThat(sampleOfUngraded(List.of())).isZero();
  }

  private int sampleOfUngraded(List<GradedCase> cases) {
    return ((Score.Ungraded) model.grade(UNIT, MARCH, cases)).sample();
  }

  @Test
  void an_open_case_whose_result_is_due_counts_against_resolution() {
    Score.Graded score =
        grade(
            List.of(
                graded(1, true, Standing.CLOSED, Optional.empty(), false),
                graded(2, true, Standing.OPEN, Optional.empty(), false)));
    assertThat(score.lines().get(1).evidence()).containsExactly(new CaseId(new UUID(0, 2)));
  }

  @Test
  void no_answer_is_never_taken_for_satisfied() {
    Score.Graded score =
        grade(
            List.of(
                graded(1, true, Standing.CLOSED, Optional.of(new Rating(true, 1, "")), false),
                graded(2, true, Standing.CLOSED, Optional.empty(), false)));
    assertThat(score.lines().get(2).points()).isEqualByComparingTo("0");
    assertThat(score.lines().get(2).why().arguments()).containsExactly("0", "1");
  }

  @Test
  void weights_decide_what_a_rate_is_worth() {
    ThreeRates.Weights weights = new ThreeRates.Weights(2, 1, 1);
    assertThat(new ThreeRates(weights, 1).criteria())
        .extracting(c -> c.maximum().doubleValue())
        .containsExactly(50.0, 25.0, 25.0);
    assertThatThrownBy(() -> new ThreeRates.Weights(0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_rate_nobody_answered_takes_the_average_of_the_others_by_weight() {
    ThreeRates uneven = new ThreeRates(new ThreeRates.Weights(60, 10, 30), 1);
    GradedCase answeredInTimeAndStillOpen = graded(1, true, Standing.OPEN, Optional.empty(), false);
    Score.Graded score =
        (Score.Graded) uneven.grade(UNIT, MARCH, List.of(answeredInTimeAndStillOpen));
    assertThat(score.lines())
        .extracting(line -> line.points().toPlainString())
        .containsExactly("60.00", "0.00", "25.71");
    assertThat(score.total()).isEqualByComparingTo("85.71"); // 60 of the 70 that are known
  }

  @Test
  void what_weighs_nothing_is_no_ground_for_a_grade() {
    ThreeRates answersOnly = new ThreeRates(new ThreeRates.Weights(0, 0, 1), 1);
    GradedCase unanswered = graded(1, true, Standing.CLOSED, Optional.empty(), false);
    assertThat(answersOnly.grade(UNIT, MARCH, List.of(unanswered)))
        .isEqualTo(new Score.Ungraded(Text.of("scoring-weighted.nothing-due"), 1));
  }

  @Test
  void every_key_has_words_in_both_languages() {
    Words words = Words.beside(ThreeRates.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).isNotEmpty();
    assertThat(model.criteria()).allMatch(c -> words.knows(c.name().key()));
  }
}
