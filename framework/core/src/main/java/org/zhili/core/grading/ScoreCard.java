package org.zhili.core.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;
import org.zhili.text.Wording;

/**
 * A grade as it is published: with every line, the cases that cost points, and which model and
 * rules gave it.
 *
 * @param total empty when there is no grade; {@code ungraded} then says why
 * @param sample how many cases counted
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
    Instant gradedAt) {
  public ScoreCard {
    lines = List.copyOf(lines);
  }

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
