package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.CaseId;

/** Keeps reviews; a case has at most one open. Every call joins the transaction of its caller. */
public interface ReviewStore {
  /** Open a review; when the case has an open one, its reasons and advice are replaced. */
  void open(CaseId caseId, Set<ReviewReason> reasons, Optional<Advice> advice, Instant at);

  Optional<Review> openFor(CaseId caseId);

  /** Open reviews, oldest first. */
  List<Review> open(int limit);

  long openCount();

  /** Take an open review; false when somebody else holds it at {@code now}. */
  boolean claim(long id, Review.Claim claim, Instant now);

  void decide(long id, Review.Decision decision);
}
