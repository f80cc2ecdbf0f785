package org.zhili.tck.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;

/** Whether the steps of a case type make a way from report to closing. */
public record TypeSteps(Rule rule, CaseType type) {
  public void check() {
    List<String> ids = type.steps().stream().map(CaseType.Step::id).toList();
    if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
      rule.broken(type.ref(), "steps with an id of their own", ids);
    }
    shownAs(type.steps().get(0), CaseState.REPORTED);
    shownAs(type.steps().get(ids.size() - 1), CaseState.CLOSED);
    for (Passage passage : type.passages()) {
      known(passage.action(), ids, Stream.of(passage.from(), passage.to()));
    }
    for (FilingCondition filing : type.filings()) {
      for (Milestone milestone : filing.milestones()) {
        known(
            filing.id() + ", " + milestone.id(),
            ids,
            Stream.concat(Stream.of(milestone.from()), milestone.until().stream()));
      }
    }
    reachable(ids);
  }

  private void shownAs(CaseType.Step step, CaseState state) {
    if (step.shownAs() != state) {
      rule.broken(type.ref() + ", step " + step.id(), "shown as " + state, step.shownAs());
    }
  }

  private void known(String what, List<String> ids, Stream<String> named) {
    named
        .filter(step -> !ids.contains(step))
        .forEach(step -> rule.broken(type.ref() + ", " + what, "one of its steps " + ids, step));
  }

  /** A step that no passage leads to is never seen. */
  private void reachable(List<String> ids) {
    Set<String> reached = new HashSet<>(Set.of(ids.get(0)));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Passage passage : type.passages()) {
        grows |= reached.contains(passage.from()) && reached.add(passage.to());
      }
    }
    List<String> lost = ids.stream().filter(step -> !reached.contains(step)).toList();
    if (!lost.isEmpty()) {
      rule.broken(type.ref(), "passages that lead to every step", "none to " + lost);
    }
  }
}
