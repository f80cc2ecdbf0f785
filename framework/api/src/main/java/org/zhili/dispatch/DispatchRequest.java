package org.zhili.dispatch;

import java.time.Instant;
import java.util.List;
import org.zhili.casework.CaseFile;

/**
 * A case that needs a unit.
 *
 * @param candidates every unit that serves the place, in no particular order
 * @param returned units that handed the case back, oldest first
 */
public record DispatchRequest(
    CaseFile caseFile, Duty duty, List<Candidate> candidates, List<Returned> returned, Instant at) {
  public DispatchRequest {
    candidates = List.copyOf(candidates);
    returned = List.copyOf(returned);
  }
}
