package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Counts;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.Subject;
import org.zhili.text.Words;

class ${modelClass}Test {
  private static final Subject UNIT = new Subject(Subject.Kind.UNIT, "sanitation");
  private static final GradingPeriod MARCH =
      new GradingPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
  private static final Instant REPORTED = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void two_of_three_closed_are_two_thirds_of_the_points_and_the_open_one_is_named() {
    Score.Graded graded =
        assertInstanceOf(
            Score.Graded.class,
            grade(
                graded(1, Standing.CLOSED, false),
                graded(2, Standing.OPEN, false),
                graded(3, Standing.CLOSED, false)));
    assertEquals(new BigDecimal("66.67"), graded.total());
    assertEquals(List.of(new CaseId(new UUID(0, 2))), graded.lines().get(0).evidence());
    assertTrue(Words.beside(${modelClass}.class).knows(graded.lines().get(0).why().key()));
  }

  @Test
  void what_was_sent_wrongly_costs_nothing() {
    Score score = grade(graded(1, Standing.CLOSED, false), graded(2, Standing.OPEN, true));
    assertEquals(
        new BigDecimal("100.00"), assertInstanceOf(Score.Graded.class, score).total());
  }

  @Test
  void without_cases_there_is_no_grade() {
    assertInstanceOf(Score.Ungraded.class, grade());
  }

  private static Score grade(GradedCase... cases) {
    return new ${modelClass}().grade(UNIT, MARCH, List.of(cases));
  }

  private static GradedCase graded(int number, Standing standing, boolean wronglySent) {
    return new GradedCase(
        new CaseId(new UUID(0, number)),
        String.format("ZL-20260302-%06d", number),
        "urban.component",
        "sensor",
        standing,
        REPORTED,
        Optional.empty(),
        List.of(),
        Duration.ZERO,
        Counts.ZERO,
        wronglySent,
        false,
        Optional.empty());
  }
}
