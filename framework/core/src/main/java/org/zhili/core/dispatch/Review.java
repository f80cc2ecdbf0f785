package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/**
 * A dispatch that waits for a person, or that one has decided. The pair of advice and decision is
 * what a learning strategy can learn from.
 *
 * @param reasons why a person has to look at it; without any the dispatch desk decides it itself
 * @param claim who is looking at it, until when
 */
public record Review(
    long id,
    CaseId caseId,
    Set<ReviewReason> reasons,
    Optional<Advice> advice,
    Instant createdAt,
    Optional<Claim> claim,
    Optional<Decision> decision) {
  public Review {
    reasons = Set.copyOf(reasons);
  }

  public record Claim(String by, Instant until) {}

  /**
   * What the person decided.
   *
   * @param overruled the lead is not the one that was advised
   */
  public record Decision(
      String by, Instant at, Optional<UnitId> lead, boolean overruled, String reason) {}
}
