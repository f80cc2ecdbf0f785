package org.zhili.resources.internal.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Wordings;
import org.zhili.resources.internal.cases.CaseHead;
import org.zhili.text.Wording;

/**
 * A dispatch that waits for a person (人工复核).
 *
 * @param heldBy who is looking at it now
 */
public record ReviewView(
    CaseHead file,
    List<Reason> reasons,
    Optional<AdviceView> advice,
    Instant createdAt,
    Optional<String> heldBy,
    Optional<Instant> heldUntil) {

  public record Reason(ReviewReason reason, Wording name) {}

  /** What the strategy advised, in the words it gave. */
  public record AdviceView(
      String author,
      Optional<String> lead,
      List<String> assisting,
      List<String> supervising,
      List<String> alternatives,
      double confidence,
      Wording why,
      List<Advice.Weighed> factors,
      String rules,
      Instant at) {
    static AdviceView of(Advice advice) {
      return new AdviceView(
          advice.author(),
          advice.lead().map(UnitId::value),
          ids(advice.assisting()),
          ids(advice.supervising()),
          advice.alternatives().stream().map(UnitId::value).toList(),
          advice.confidence(),
          advice.why(),
          advice.factors(),
          advice.rules(),
          advice.at());
    }

    private static List<String> ids(Collection<UnitId> units) {
      return units.stream().map(UnitId::value).sorted().toList();
    }
  }

  static ReviewView of(Review review, CaseHead file, Instant now) {
    Optional<Review.Claim> held = review.claim().filter(claim -> claim.until().isAfter(now));
    return new ReviewView(
        file,
        review.reasons().stream()
            .sorted()
            .map(reason -> new Reason(reason, Wordings.of(reason)))
            .toList(),
        review.advice().map(AdviceView::of),
        review.createdAt(),
        held.map(Review.Claim::by),
        held.map(Review.Claim::until));
  }
}
