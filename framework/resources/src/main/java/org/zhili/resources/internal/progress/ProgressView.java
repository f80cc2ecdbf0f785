package org.zhili.resources.internal.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.text.Wording;

/**
 * What anybody with the code may know of a case: how far it is, and no names.
 *
 * @param joined whether it goes on in another case, as far as which it is shown
 * @param milestones what is to be reached in time, as its type and filing have it
 * @param expectedEnd when the last milestone is due that is not met yet
 * @param ratable whether it can be rated now
 * @param urgeable whether those who handle it can be urged now
 * @param reopenable whether it can be opened again, within the time its type gives
 */
public record ProgressView(
    String number,
    boolean joined,
    Wording typeName,
    CaseState state,
    Wording stateName,
    Standing standing,
    Wording standingName,
    List<Stage> stages,
    List<Milestone> milestones,
    Optional<Instant> expectedEnd,
    boolean ratable,
    boolean urgeable,
    boolean reopenable) {

  /**
   * One of the six states.
   *
   * @param reachedAt when the case came to it last; empty while it lies ahead
   */
  public record Stage(CaseState state, Wording name, Optional<Instant> reachedAt) {}

  /** A point of the way with a limit of its own, such as making a site safe. */
  public record Milestone(Wording name, Optional<Instant> dueAt, Optional<Instant> metAt) {}
}
