package org.zhili.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.Counts;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;

/**
 * A case as grading sees it: every case with a milestone due in the period, open or closed.
 *
 * @param milestones those the subject answers for
 * @param paused time its clocks stood still
 * @param wronglySent the subject handed it back with a reason that was accepted
 * @param recurrence another case at the same asset was closed within the 30 days before
 */
public record GradedCase(
    CaseId id,
    String number,
    String type,
    String source,
    Standing standing,
    Instant reportedAt,
    Optional<Instant> closedAt,
    List<Due> milestones,
    Duration paused,
    Counts counts,
    boolean wronglySent,
    boolean recurrence,
    Optional<Rating> rating) {
  public GradedCase {
    milestones = List.copyOf(milestones);
  }

  /**
   * A milestone with its due time, pauses and calendar taken into account.
   *
   * @param response whether it asks for a first response rather than a result
   */
  public record Due(String milestone, boolean response, Instant dueAt, Optional<Instant> metAt) {
    /** Whether it was met no later than it was due. */
    public boolean inTime() {
      return metAt.filter(met -> !met.isAfter(dueAt)).isPresent();
    }
  }
}
