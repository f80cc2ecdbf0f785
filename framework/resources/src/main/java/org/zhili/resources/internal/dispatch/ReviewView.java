package org.zhili.resources.internal.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
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

  /** Why a person has to look at it. */
  public record Reason(ReviewReason reason, Wording name) {
    static List<Reason> of(Review review) {
      return review.reasons().stream()
          .sorted()
          .map(reason -> new Reason(reason, Wordings.of(reason)))
          .toList();
    }
  }

  static ReviewView of(Review review, CaseHead file, Instant now) {
    Optional<Review.Claim> held = review.claim().filter(claim -> claim.until().isAfter(now));
    return new ReviewView(
        file,
        Reason.of(review),
        review.advice().map(AdviceView::of),
        review.createdAt(),
        held.map(Review.Claim::by),
        held.map(Review.Claim::until));
  }
}
