package org.zhili.core.grading;

import java.util.List;
import java.util.Optional;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;

/** Keeps score cards. Every call joins the transaction of its caller. */
public interface ScoreStore {
  /** Write a card; the subject's earlier card of the same period and model is replaced. */
  void save(ScoreCard card);

  Optional<ScoreCard> find(Subject subject, GradingPeriod period);

  /**
   * The period that ends last of all that were graded; of several the one graded last.
   *
   * @param subject only periods it has a card of; empty for anybody's
   */
  Optional<GradingPeriod> latest(Optional<Subject> subject);

  /** The cards of a period, best first. */
  List<ScoreCard> of(GradingPeriod period);
}
