package org.zhili.resources.internal.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.dispatch.Review;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.dispatch.ReviewView.Reason;
import org.zhili.text.Personal;
import org.zhili.text.Wording;

/**
 * What was advised on the dispatch of a case, and what became of it.
 *
 * @param reasons why a person had to look at it; without any the dispatch desk followed by itself
 * @param advice empty when no strategy answered
 * @param decision empty while it waits
 */
public record ProposalView(
    long id,
    List<Reason> reasons,
    boolean automatic,
    Optional<AdviceView> advice,
    Instant createdAt,
    Optional<Decision> decision) {

  /**
   * What was decided.
   *
   * @param by the account that confirmed or overruled it, or the desk itself
   * @param byName the account, or what people call the part of the town that did it
   * @param lead empty when the case ended instead
   */
  public record Decision(
      String by,
      Wording byName,
      Instant at,
      Optional<String> lead,
      boolean overruled,
      String reason) {
    static Decision of(Review.Decision made, CaseWords words) {
      return new Decision(
          made.by(),
          words.actor(made.by()),
          made.at(),
          made.lead().map(UnitId::value),
          made.overruled(),
          Personal.masked(made.reason()));
    }
  }

  static ProposalView of(Review review, CaseWords words) {
    return new ProposalView(
        review.id(),
        Reason.of(review),
        review.reasons().isEmpty(),
        review.advice().map(AdviceView::of),
        review.createdAt(),
        review.decision().map(made -> Decision.of(made, words)));
  }
}
