package org.zhili.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.text.Wording;

/**
 * A kind of case (案件类型), as data: its steps, the passages between them, and the conditions it is
 * filed under. A city overrides it with a higher version; an open case keeps the version it was
 * opened with.
 *
 * @param id prefixed by the module that brings it: {@code urban.component}
 * @param version counts up with every change
 * @param steps in their usual order: the first shown as REPORTED, the last as CLOSED
 * @param sides who may take the side passages all types share, where that differs from the default
 * @param reopenWithin how long after closing a case may be reopened
 */
public record CaseType(
    String id,
    int version,
    Wording name,
    List<Step> steps,
    List<Passage> passages,
    List<FilingCondition> filings,
    List<Side> sides,
    Limit reopenWithin) {
  public CaseType {
    steps = List.copyOf(steps);
    passages = List.copyOf(passages);
    filings = List.copyOf(filings);
    sides = List.copyOf(sides);
  }

  public CaseTypeRef ref() {
    return new CaseTypeRef(id, version);
  }

  public Optional<Step> step(String step) {
    return steps.stream().filter(s -> s.id().equals(step)).findFirst();
  }

  /** The first step shown as this state. */
  public Optional<Step> firstShownAs(CaseState state) {
    return steps.stream().filter(s -> s.shownAs() == state).findFirst();
  }

  public Optional<FilingCondition> filing(String filing) {
    return filings.stream().filter(f -> f.id().equals(filing)).findFirst();
  }

  /** A step of this type, shown to residents as one of the six states. */
  public record Step(String id, Wording name, CaseState shownAs) {}

  /** Who may take one of the shared side passages, named by {@link CaseAction#name()}. */
  public record Side(String action, Set<String> roles) {
    public Side {
      roles = Set.copyOf(roles);
    }
  }
}
