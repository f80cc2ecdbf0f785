package org.zhili.citypack.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;

/** The steps of a type and the passages between them. */
final class StepGraph {
  private final CaseType type;
  private final Map<String, Set<String>> next = new LinkedHashMap<>();

  StepGraph(CaseType type) {
    this.type = type;
    type.steps().forEach(step -> next.put(step.id(), new LinkedHashSet<>()));
    type.passages().forEach(passage -> way(passage.from(), passage.to()));
  }

  /** Steps no case ever comes to. */
  List<String> unreachable() {
    Set<String> reached = reach(Set.of(type.steps().get(0).id()), next);
    return next.keySet().stream().filter(step -> !reached.contains(step)).toList();
  }

  /** Steps from which no case ever comes to be closed. */
  List<String> deadEnds() {
    Map<String, Set<String>> previous = new LinkedHashMap<>();
    next.forEach(
        (from, ways) ->
            ways.forEach(
                to -> previous.computeIfAbsent(to, step -> new LinkedHashSet<>()).add(from)));
    List<String> closed =
        type.steps().stream()
            .filter(step -> step.shownAs() == CaseState.CLOSED)
            .map(CaseType.Step::id)
            .toList();
    Set<String> leading = reach(closed, previous);
    return next.keySet().stream().filter(step -> !leading.contains(step)).toList();
  }

  /** Whether no passage at all leaves a step. */
  boolean leadsNowhere(String step) {
    return next.getOrDefault(step, Set.of()).isEmpty();
  }

  /** Ways from or to a step that does not exist lead nowhere. */
  private void way(String from, String to) {
    Set<String> ways = next.get(from);
    if (ways != null && next.containsKey(to)) {
      ways.add(to);
    }
  }

  private static Set<String> reach(Collection<String> starts, Map<String, Set<String>> ways) {
    Set<String> reached = new HashSet<>(starts);
    Deque<String> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (String step : ways.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(step)) {
          open.add(step);
        }
      }
    }
    return reached;
  }
}
