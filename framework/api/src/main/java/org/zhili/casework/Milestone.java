package org.zhili.casework;

import java.util.Optional;
import java.util.Set;
import org.zhili.text.Wording;

/**
 * A point a case must reach within a limit (时限节点), such as making a site safe.
 *
 * @param from the step that starts the clock when the case first reaches it
 * @param until the step that meets the milestone; empty when only {@link CaseAction.Meet} does
 * @param evidence kinds of evidence that {@link CaseAction.Meet} must bring
 */
public record Milestone(
    String id,
    Wording name,
    String from,
    Optional<String> until,
    Limit limit,
    Set<String> evidence) {
  public Milestone {
    evidence = Set.copyOf(evidence);
  }
}
