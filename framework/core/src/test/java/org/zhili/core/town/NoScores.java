package org.zhili.core.town;

import java.util.List;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/** A scoring model that never has enough to grade by. */
final class NoScores implements ScoringModel {
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
    return new Score.Ungraded(Text.of("test.too-few"), cases.size());
  }
}
