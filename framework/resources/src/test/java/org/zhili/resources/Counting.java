package org.zhili.resources;

import java.math.BigDecimal;
import java.util.List;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/** A point for each case, unless it is to fail. */
final class Counting implements ScoringModel {
  volatile boolean broken;

  @Override
  public String id() {
    return "counting";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(new Criterion("cases", Text.of("counting.cases"), BigDecimal.TEN));
  }

  @Override
  public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
    if (broken) {
      throw new IllegalStateException("a secret of the model");
    }
    Score.Line line =
        new Score.Line(
            "cases",
            BigDecimal.valueOf(cases.size()),
            Text.of("counting.because"),
            cases.stream().map(GradedCase::id).toList());
    List<Score.Verdict> bad = List.of(new Score.Verdict("cases", Score.Finding.BAD));
    return new Score.Graded(
        line.points(),
        List.of(line),
        cases.size(),
        cases.stream().map(c -> new Score.Counted(c.id(), c.number(), bad)).toList());
  }
}
