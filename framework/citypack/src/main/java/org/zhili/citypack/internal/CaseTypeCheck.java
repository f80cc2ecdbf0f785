package org.zhili.citypack.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;

/** Checks a case type as a whole: that a case of it can go its way, from report to closing. */
final class CaseTypeCheck {
  /** The one side passage a type lists among its own, to say between which steps it leads. */
  private static final String DISPATCH = "dispatch";

  /** The words of the side passages all types share. */
  private static final Set<String> SIDES =
      Set.of(
          DISPATCH,
          "file",
          "decline",
          "request-return",
          "decide-return",
          "meet",
          "extend",
          "suspend",
          "park",
          "resume",
          "rework",
          "annul",
          "merge",
          "reopen",
          "urge",
          "rate",
          "note");

  /** What the town does by itself, and no type may redefine. */
  private static final Set<String> OF_THE_TOWN = Set.of("halt", "go-on");

  private final CaseType type;
  private final Function<String, At> place;
  private final Faults faults;
  private final Map<String, Integer> order = new HashMap<>();

  /**
   * @param place where the value a JSON pointer names stands in the file
   */
  CaseTypeCheck(CaseType type, Function<String, At> place, Faults faults) {
    this.type = type;
    this.place = place;
    this.faults = faults;
  }

  void run() {
    int before = faults.count();
    steps();
    states();
    passages();
    if (faults.count() == before) {
      ways();
    }
    Set<String> filings = new HashSet<>();
    for (int i = 0; i < type.filings().size(); i++) {
      FilingCondition filing = type.filings().get(i);
      unique(filings, filing.id(), "/filings/" + i + "/id");
      milestones(filing, "/filings/" + i + "/milestones/");
    }
    for (CaseType.Side side : type.sides()) {
      if (!SIDES.contains(side.action())) {
        fault(
            "/sides/" + side.action(),
            Problem.SIDE_UNKNOWN,
            side.action(),
            String.join(", ", SIDES.stream().sorted().toList()));
      }
    }
  }

  private void steps() {
    List<CaseType.Step> steps = type.steps();
    if (steps.size() < 2) {
      fault("/steps", Problem.TYPE_TOO_SHORT);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      CaseType.Step step = steps.get(i);
      unique(seen, step.id(), "/steps/" + i + "/id");
      order.putIfAbsent(step.id(), i);
      if (i > 0 && step.shownAs().compareTo(steps.get(i - 1).shownAs()) < 0) {
        fault(
            "/steps/" + i + "/shownAs",
            Problem.STEP_GOES_BACK,
            step.id(),
            step.shownAs().name(),
            steps.get(i - 1).shownAs().name());
      }
    }
    if (steps.get(0).shownAs() != CaseState.REPORTED) {
      fault("/steps/0/shownAs", Problem.FIRST_STEP_NOT_REPORTED, steps.get(0).id());
    }
    int last = steps.size() - 1;
    if (steps.get(last).shownAs() != CaseState.CLOSED) {
      fault("/steps/" + last + "/shownAs", Problem.LAST_STEP_NOT_CLOSED, steps.get(last).id());
    }
  }

  /** Only asked when steps and passages are sound, lest one mistake shows as many. */
  private void ways() {
    StepGraph graph = new StepGraph(type);
    List<String> unreachable = graph.unreachable();
    unreachable.forEach(step -> step(step, Problem.STEP_UNREACHABLE));
    graph.deadEnds().stream()
        .filter(step -> unreachable.isEmpty() || graph.leadsNowhere(step))
        .forEach(step -> step(step, Problem.STEP_DEAD_END));
  }

  private void passages() {
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < type.passages().size(); i++) {
      Passage passage = type.passages().get(i);
      String pointer = "/passages/" + i;
      known(passage.from(), pointer + "/from");
      known(passage.to(), pointer + "/to");
      if (type.step(passage.from()).filter(s -> s.shownAs() == CaseState.CLOSED).isPresent()) {
        fault(pointer + "/from", Problem.PASSAGE_LEAVES_CLOSED, passage.from());
      }
      if (!seen.add(List.of(passage.from(), passage.action()))) {
        fault(pointer + "/action", Problem.PASSAGE_TWICE, passage.action(), passage.from());
      }
      if (passage.roles().isEmpty()) {
        fault(pointer + "/roles", Problem.PASSAGE_FOR_NOBODY, passage.action());
      }
      if (passage.action().equals(DISPATCH)) {
        dispatch(passage, pointer + "/to");
      } else if (SIDES.contains(passage.action()) || OF_THE_TOWN.contains(passage.action())) {
        fault(pointer + "/action", Problem.PASSAGE_NAMED_AS_SIDE, passage.action());
      }
    }
  }

  private void dispatch(Passage passage, String pointer) {
    Optional<CaseType.Step> to = type.step(passage.to());
    if (to.isPresent() && to.get().shownAs() != CaseState.DISPATCHED) {
      fault(pointer, Problem.DISPATCH_ELSEWHERE, passage.to());
    }
  }

  /** Side passages lead to the first step of a state, so there must be one. */
  private void states() {
    state(CaseState.ACCEPTED, "decide-return, reopen");
    if (type.passages().stream().anyMatch(passage -> passage.action().equals(DISPATCH))) {
      state(CaseState.DISPATCHED, "dispatch, reopen");
    }
    if (type.firstShownAs(CaseState.FEEDBACK).isPresent()) {
      state(CaseState.HANDLING, "rework");
    }
  }

  private void state(CaseState state, String sides) {
    if (type.firstShownAs(state).isEmpty()) {
      fault("/steps", Problem.STATE_MISSING, state.name(), sides);
    }
  }

  private void milestones(FilingCondition filing, String pointer) {
    Set<String> seen = new HashSet<>();
    List<Milestone> milestones = filing.milestones();
    for (int i = 0; i < milestones.size(); i++) {
      Milestone milestone = milestones.get(i);
      unique(seen, milestone.id(), pointer + i + "/id");
      known(milestone.from(), pointer + i + "/from");
      if (milestone.until().isPresent()) {
        String until = milestone.until().get();
        known(until, pointer + i + "/until");
        if (order.getOrDefault(until, Integer.MAX_VALUE)
            <= order.getOrDefault(milestone.from(), -1)) {
          fault(
              pointer + i + "/until",
              Problem.MILESTONE_BACKWARDS,
              milestone.id(),
              until,
              milestone.from());
        }
      }
    }
  }

  private void step(String id, Problem problem) {
    fault("/steps/" + order.getOrDefault(id, 0), problem, id);
  }

  private void known(String step, String pointer) {
    if (!order.containsKey(step)) {
      fault(
          pointer,
          Problem.STEP_UNKNOWN,
          step,
          String.join(", ", type.steps().stream().map(CaseType.Step::id).toList()));
    }
  }

  private void unique(Set<String> seen, String id, String pointer) {
    if (!seen.add(id)) {
      fault(pointer, Problem.ID_TWICE, "id", id);
    }
  }

  private void fault(String pointer, Problem problem, String... arguments) {
    faults.add(place.apply(pointer), problem, arguments);
  }
}
