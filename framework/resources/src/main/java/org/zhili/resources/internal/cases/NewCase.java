package org.zhili.resources.internal.cases;

import java.time.Instant;
import org.zhili.text.Wording;

/**
 * A case as a wall shows it, without anything that somebody wrote.
 *
 * @param what what the matter is, in few words: why it is filed, or its type
 * @param overdue whether the time of its next milestone has passed
 */
public record NewCase(
    Wording what, String area, Wording stateName, boolean overdue, Instant reportedAt) {
  static NewCase of(CaseHead head) {
    return new NewCase(
        head.what(), head.area(), head.stateName(), head.overdue(), head.reportedAt());
  }
}
