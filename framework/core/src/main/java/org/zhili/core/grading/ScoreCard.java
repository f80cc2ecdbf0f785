package org.zhili.core.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.Subject;
import org.zhili.text.Wording;

/**
 * A grade as it is published: with every line, the cases that cost points, and which model and
 * rules gave it.
 *
 * @param total empty when there is no grade; {@code ungraded} then says why
 * @param sample how many cases counted
 * @param cases every case that counted, if the model tells case by case
 * @param leftOut cases that may belong to the period, and could not be graded
 */
public record ScoreCard(
    Subject subject,
    GradingPeriod period,
    String model,
    String rules,
    Optional<BigDecimal> total,
    Optional<Wording> ungraded,
    int sample,
    List<Line> lines,
    List<Score.Counted> cases,
    List<LeftOut> leftOut,
    Instant gradedAt) {
  public ScoreCard {
    lines = List.copyOf(lines);
    cases = List.copyOf(Objects.requireNonNullElse(cases, List.of()));
    leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
  }

  /** A case whose milestone is due nobody can tell when. */
  public record LeftOut(CaseId id, String number, String milestone, Wording why) {}

  public record Line(
      String criterion,
      Wording name,
      BigDecimal points,
      BigDecimal maximum,
      Wording why,
      List<CaseId> evidence) {
    public Line {
      evidence = List.copyOf(evidence);
    }
  }
}
