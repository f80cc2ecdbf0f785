package ${package};

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.scoring.Criterion;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Score;
import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.Subject;
import org.zhili.text.Text;

/** A hundred points for the share of cases that are closed; those sent wrongly do not count. */
@Component
public final class ${modelClass} implements ScoringModel {
  private static final Criterion CLOSED =
      new Criterion("closed", Text.of("${modelId}.closed"), BigDecimal.valueOf(100));

  @Override
  public String id() {
    return "${modelId}";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(CLOSED);
  }

  @Override
  public Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases) {
    List<GradedCase> counted = cases.stream().filter(graded -> !graded.wronglySent()).toList();
    if (counted.isEmpty()) {
      return new Score.Ungraded(Text.of("${modelId}.none"), 0);
    }
    List<CaseId> open =
        counted.stream()
            .filter(graded -> graded.standing() != Standing.CLOSED)
            .map(GradedCase::id)
            .sorted()
            .toList();
    BigDecimal all = BigDecimal.valueOf(counted.size());
    BigDecimal closed = BigDecimal.valueOf(counted.size() - open.size());
    BigDecimal points = CLOSED.maximum().multiply(closed).divide(all, 2, RoundingMode.HALF_UP);
    Text why = Text.of("${modelId}.closed-why", closed.toString(), all.toString());
    Score.Line line = new Score.Line(CLOSED.id(), points, why, open);
    return new Score.Graded(points, List.of(line), counted.size());
  }
}
