package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.resources.internal.PositionBody;
import org.zhili.text.Wording;

/**
 * Cases on a map, first what is due first.
 *
 * @param unplaced how many of those looked at have no position, and are only in the list
 * @param truncated whether there are more than a map takes
 */
public record PlacesView(List<Spot> items, int unplaced, boolean truncated) {
  /**
   * A case where it is.
   *
   * @param summary what somebody wrote of it; no display is told
   */
  public record Spot(
      String number,
      PositionBody position,
      Wording what,
      Optional<Wording> summary,
      String area,
      CaseState state,
      Wording stateName,
      Severity severity,
      Instant reportedAt,
      Optional<Instant> dueAt,
      boolean overdue) {}
}
