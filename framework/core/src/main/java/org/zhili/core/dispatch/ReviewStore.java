package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;

/** Keeps reviews; a case has at most one open. Every call joins the transaction of its caller. */
public interface ReviewStore {
  /** Open a review; when the case has an open one, its reasons and advice are replaced. */
  void open(
      CaseId caseId, AreaId area, Set<ReviewReason> reasons, Optional<Advice> advice, Instant at);

  Optional<Review> openFor(CaseId caseId);

  /** All reviews of a case, open and decided, oldest first. */
  List<Review> of(CaseId caseId);

  /**
   * Reviews that are open because no strategy was there to the end, and that nobody holds at {@code
   * now}; oldest first.
   *
   * @param after go on behind this review, open or decided
   */
  List<Review> unadvised(Instant now, Optional<Long> after, int limit);

  /**
   * Open reviews, oldest first.
   *
   * @param areas only cases that lie there; none for anywhere
   * @param after go on behind this review, open or decided
   */
  List<Review> waiting(Set<AreaId> areas, Optional<Long> after, int limit);

  /** How many are open in these areas; none for anywhere. */
  long waitingCount(Set<AreaId> areas);

  /** For each area with open reviews, a sign that is another one once they have changed. */
  Map<AreaId, String> signs();

  /** Take an open review; false when somebody else holds it at {@code now}. */
  boolean claim(long id, Review.Claim claim, Instant now);

  void decide(long id, Review.Decision decision);
}
