package org.zhili.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Guard;
import org.zhili.casework.Passage;
import org.zhili.casework.Standing;
import org.zhili.id.UnitId;

/**
 * Works out what an action makes of a case file. A pure function of its arguments: the same trace,
 * done again, gives the same file.
 */
public final class CaseEngine {
  /** What may happen to a case whose module is away. */
  static final Set<String> PASTIME = Set.of("note", "go-on");

  private final SidePassages sides;

  public CaseEngine(Deadlines deadlines) {
    this.sides = new SidePassages(deadlines);
  }

  public Step apply(CaseType type, CaseFile file, CaseAction action, Actor actor, Instant at) {
    if (file.halted() && !PASTIME.contains(action.name())) {
      return Step.Refused.because(Refusal.TYPE_AWAY, file.type().id());
    }
    if (action instanceof CaseAction.Advance advance) {
      return advance(type, file, advance, actor, at);
    }
    Set<String> roles = SideRights.roles(type, action.name());
    if (!actor.hasAny(roles)) {
      return Step.Refused.because(Refusal.WRONG_ROLE, action.name(), list(roles));
    }
    if (action instanceof CaseAction.Dispatch dispatch) {
      return dispatch(type, file, dispatch, at);
    }
    return sides.apply(type, file, action, actor, at);
  }

  /** The actions this actor could take now, for people to choose from. */
  public Set<String> possible(CaseType type, CaseFile file, Actor actor) {
    Set<String> names = new TreeSet<>();
    if (SidePassages.uninvolved(file, "", actor).isPresent()) {
      return names;
    }
    if (file.standing() == Standing.OPEN && !file.halted()) {
      type.passages().stream()
          .filter(p -> p.from().equals(file.step()) && actor.hasAny(p.roles()))
          .filter(p -> guard(p, file, actor).isEmpty())
          .forEach(p -> names.add(p.action()));
    }
    sides.possible(file).stream()
        .filter(name -> actor.hasAny(SideRights.roles(type, name)))
        .filter(name -> SidePassages.outsider(file, name, actor).isEmpty())
        .forEach(names::add);
    return names;
  }

  private Step advance(
      CaseType type, CaseFile file, CaseAction.Advance action, Actor actor, Instant at) {
    Optional<Passage> passage = passage(type, file, action.action());
    if (passage.isEmpty() || action.action().equals("dispatch")) {
      return notPossible(type, file, action.action(), actor);
    }
    if (!actor.hasAny(passage.get().roles())) {
      return Step.Refused.because(Refusal.WRONG_ROLE, action.action(), list(passage.get().roles()));
    }
    Optional<Step.Refused> guarded =
        guard(passage.get(), file, actor)
            .or(() -> SidePassages.uninvolved(file, action.action(), actor));
    if (guarded.isPresent()) {
      return guarded.get();
    }
    Set<String> missing = missing(passage.get().evidence(), action.evidence());
    if (!missing.isEmpty()) {
      return Step.Refused.because(Refusal.EVIDENCE_MISSING, action.action(), list(missing));
    }
    return new Step.Taken(
        new FileEdit(type, file, at).moveTo(passage.get().to(), action.evidence()).done());
  }

  private Step dispatch(CaseType type, CaseFile file, CaseAction.Dispatch action, Instant at) {
    Optional<Passage> passage =
        file.assignment().lead().isEmpty()
            ? passage(type, file, "dispatch")
            : redispatch(type, file);
    if (passage.isEmpty()) {
      return sides.notPossible(file, "dispatch");
    }
    Assignment assignment =
        new Assignment(
            Optional.of(action.lead()),
            action.assisting(),
            action.supervising(),
            action.notified());
    Counts counts = file.counts();
    Counts counted =
        new Counts(
            counts.returns(),
            counts.hops() + 1,
            counts.reworks(),
            counts.reopens(),
            counts.extensions(),
            counts.urges());
    return new Step.Taken(
        new FileEdit(type, file, at)
            .assign(assignment)
            .count(counted)
            .moveTo(passage.get().to())
            .done());
  }

  /** A case that has a lead goes to another one (改派) from wherever units are at work on it. */
  private static Optional<Passage> redispatch(CaseType type, CaseFile file) {
    boolean withUnit = file.state() == CaseState.DISPATCHED || file.state() == CaseState.HANDLING;
    if (!withUnit || !file.standing().clockRuns()) {
      return Optional.empty();
    }
    return type.passages().stream().filter(p -> p.action().equals("dispatch")).findFirst();
  }

  private static Optional<Passage> passage(CaseType type, CaseFile file, String action) {
    if (file.standing() != Standing.OPEN) {
      return Optional.empty();
    }
    return type.passages().stream()
        .filter(p -> p.from().equals(file.step()) && p.action().equals(action))
        .findFirst();
  }

  private Step notPossible(CaseType type, CaseFile file, String action, Actor actor) {
    return Step.Refused.because(
        Refusal.NO_PASSAGE, action, SidePassages.place(file), list(possible(type, file, actor)));
  }

  private static Optional<Step.Refused> guard(Passage passage, CaseFile file, Actor actor) {
    for (Guard guard : passage.guards()) {
      Optional<Step.Refused> refused = guard(guard, passage.action(), file, actor);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  static Optional<Step.Refused> guard(Guard guard, String action, CaseFile file, Actor actor) {
    Optional<UnitId> lead = file.assignment().lead();
    return switch (guard) {
      case LEAD_NAMED ->
          lead.isPresent()
              ? Optional.empty()
              : Optional.of(Step.Refused.because(Refusal.NO_LEAD, action));
      case BY_LEAD ->
          lead.isPresent() && lead.equals(actor.unit())
              ? Optional.empty()
              : Optional.of(
                  Step.Refused.because(
                      Refusal.NOT_THE_LEAD, action, lead.map(UnitId::value).orElse("-")));
      case NOT_BY_HANDLER ->
          actor
              .unit()
              .filter(unit -> file.assignment().handledBy(unit))
              .map(u -> Step.Refused.because(Refusal.HANDLER_MAY_NOT_VERIFY, u.value()));
    };
  }

  static Set<String> missing(Set<String> wanted, List<Evidence> brought) {
    Set<String> missing = new TreeSet<>(wanted);
    brought.stream().filter(e -> !e.content().isBlank()).forEach(e -> missing.remove(e.kind()));
    return missing;
  }

  static String list(Set<String> words) {
    return words.isEmpty() ? "-" : String.join(", ", new TreeSet<>(words));
  }
}
