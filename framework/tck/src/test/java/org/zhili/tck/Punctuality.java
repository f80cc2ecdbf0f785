package org.zhili.tck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.zhili.id.CaseId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/** A model without a fault; wrong ones change one thing. */
class Punctuality implements ScoringModel {
  @Override
  public String id() {
    return "punctuality";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(new Criterion("speed", Text.of("test.speed"), BigDecimal.valueOf(100)));
  }

  @Override
  public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
    if (cases.isEmpty()) {
      return new Score.Ungraded(Text.of("test.few"), 0);
    }
    List<CaseId> late =
        cases.stream().filter(c -> !inTime(c)).map(GradedCase::id).sorted().toList();
    int good = cases.size() - late.size();
    BigDecimal points =
        BigDecimal.valueOf(100L * good)
            .divide(BigDecimal.valueOf(cases.size()), 2, RoundingMode.HALF_UP);
    return graded(points, good, cases.size(), late);
  }

  boolean inTime(GradedCase graded) {
    return graded.milestones().stream().allMatch(GradedCase.Due::inTime);
  }

  Score graded(BigDecimal points, int good, int all, List<CaseId> late) {
    Text why = Text.of("test.speed-why", Integer.toString(good), Integer.toString(all));
    return new Score.Graded(points, List.of(new Score.Line("speed", points, why, late)), all);
  }
}
