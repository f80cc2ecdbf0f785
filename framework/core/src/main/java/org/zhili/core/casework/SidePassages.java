package org.zhili.core.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhili.access.Role;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Milestone;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Standing;
import org.zhili.id.UnitId;

/** The side passages that every case type shares. */
final class SidePassages {
  /** What only the lead unit does. */
  /** Who acts on cases that their unit has no part in. */
  private static final Set<String> WITHOUT_UNIT =
      Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.GRID_WORKER, Role.SYSTEM, Role.RESIDENT);

  private static final Set<String> BY_LEAD = Set.of("request-return", "meet");

  private final Deadlines deadlines;

  SidePassages(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  Step apply(CaseType type, CaseFile file, CaseAction action, Actor actor, Instant at) {
    if (!possible(file).contains(action.name())) {
      return action instanceof CaseAction.Rate && file.rating().isPresent()
          ? Step.Refused.because(Refusal.RATED_ALREADY)
          : notPossible(file, action.name());
    }
    Optional<Step.Refused> outsider = outsider(file, action.name(), actor);
    if (outsider.isPresent()) {
      return outsider.get();
    }
    FileEdit edit = new FileEdit(type, file, at);
    if (action instanceof CaseAction.File a) {
      return file(type, edit, a);
    } else if (action instanceof CaseAction.Meet a) {
      return meet(type, file, edit, a);
    } else if (action instanceof CaseAction.Resume) {
      return taken(edit.stand(Standing.OPEN, ""));
    } else if (action instanceof CaseAction.Halt a) {
      return taken(edit.halt(a.since(), a.type()));
    } else if (action instanceof CaseAction.GoOn) {
      return taken(edit.goOn());
    } else if (action instanceof CaseAction.Rate a) {
      return taken(edit.rate(a.rating()));
    } else if (action instanceof CaseAction.Note a) {
      return a.note().isBlank() && a.evidence().isEmpty()
          ? Step.Refused.because(Refusal.REASON_MISSING, "note")
          : taken(edit);
    }
    return withReason(type, file, edit, action, at);
  }

  /** All others must say why. */
  private Step withReason(
      CaseType type, CaseFile file, FileEdit edit, CaseAction action, Instant at) {
    String reason = ActionWords.of(action).getOrDefault("reason", "");
    if (reason.isBlank()) {
      return Step.Refused.because(Refusal.REASON_MISSING, action.name());
    }
    Counts c = file.counts();
    if (action instanceof CaseAction.Decline) {
      return taken(edit.stand(Standing.NOT_ACCEPTED, reason));
    } else if (action instanceof CaseAction.RequestReturn) {
      return taken(edit.stand(Standing.RETURN_REQUESTED, reason));
    } else if (action instanceof CaseAction.DecideReturn a) {
      return decideReturn(type, file, edit, a);
    } else if (action instanceof CaseAction.Extend a) {
      return extend(file, edit, a);
    } else if (action instanceof CaseAction.Suspend) {
      return taken(edit.stand(Standing.SUSPENDED, reason));
    } else if (action instanceof CaseAction.Park) {
      return taken(edit.stand(Standing.PARKED, reason));
    } else if (action instanceof CaseAction.Rework) {
      Counts counts =
          new Counts(
              c.returns(), c.hops(), c.reworks() + 1, c.reopens(), c.extensions(), c.urges());
      return taken(edit.count(counts).moveTo(first(type, CaseState.HANDLING)));
    } else if (action instanceof CaseAction.Annul) {
      return taken(edit.stand(Standing.VOID, reason));
    } else if (action instanceof CaseAction.Merge a) {
      return a.into().equals(file.id())
          ? Step.Refused.because(Refusal.WRONG_MERGE, a.into().toString())
          : taken(edit.stand(Standing.MERGED, reason).mergeInto(a.into()));
    } else if (action instanceof CaseAction.Reopen) {
      return reopen(type, file, edit, at);
    }
    Counts counts =
        new Counts(c.returns(), c.hops(), c.reworks(), c.reopens(), c.extensions(), c.urges() + 1);
    return taken(edit.count(counts));
  }

  /** What the standing and state of a file leave possible, whoever asks. */
  Set<String> possible(CaseFile file) {
    if (file.halted()) {
      return CaseEngine.PASTIME;
    }
    CaseState state = file.state();
    boolean withUnit = state == CaseState.DISPATCHED || state == CaseState.HANDLING;
    TreeSet<String> names = new TreeSet<>(Set.of("note"));
    if (!file.standing().ended()) {
      names.add("halt");
    }
    switch (file.standing()) {
      case OPEN -> {
        names.addAll(Set.of("file", "suspend", "park", "annul", "merge", "urge", "extend"));
        if (state == CaseState.REPORTED) {
          names.add("decline");
        } else if (withUnit) {
          names.addAll(Set.of("request-return", "meet"));
        } else if (state == CaseState.FEEDBACK) {
          names.addAll(Set.of("rework", "meet"));
        }
      }
      case RETURN_REQUESTED -> names.addAll(Set.of("decide-return", "urge"));
      case SUSPENDED, PARKED -> names.addAll(Set.of("resume", "annul", "merge"));
      case CLOSED -> {
        names.add("reopen");
        if (file.rating().isEmpty()) {
          names.add("rate");
        }
      }
      case NOT_ACCEPTED, VOID, MERGED -> {}
    }
    return names;
  }

  Step.Refused notPossible(CaseFile file, String action) {
    return Step.Refused.because(
        Refusal.NO_PASSAGE, action, place(file), CaseEngine.list(possible(file)));
  }

  static String place(CaseFile file) {
    return file.standing() == Standing.OPEN ? file.step() : file.standing().name();
  }

  /** A unit acts on cases it has a part in, and hands back or meets only what it leads. */
  static Optional<Step.Refused> outsider(CaseFile file, String action, Actor actor) {
    if (BY_LEAD.contains(action)) {
      return CaseEngine.guard(Guard.BY_LEAD, action, file, actor);
    }
    return uninvolved(file, action, actor);
  }

  /** A unit that only sees a case, since a unit below it has a part in it, does nothing in it. */
  static Optional<Step.Refused> uninvolved(CaseFile file, String action, Actor actor) {
    Optional<UnitId> unit = actor.unit();
    if (unit.isPresent()
        && actor.roles().contains(Role.UNIT)
        && Collections.disjoint(actor.roles(), WITHOUT_UNIT)
        && !file.assignment().involves(unit.get())) {
      return Optional.of(Step.Refused.because(Refusal.NOT_INVOLVED, unit.get().value(), action));
    }
    return Optional.empty();
  }

  private static Step file(CaseType type, FileEdit edit, CaseAction.File action) {
    if (type.filing(action.filing()).isEmpty()) {
      Set<String> known = new TreeSet<>();
      type.filings().stream().map(FilingCondition::id).forEach(known::add);
      return Step.Refused.because(
          Refusal.UNKNOWN_FILING, action.filing(), type.id(), CaseEngine.list(known));
    }
    return taken(edit.fileUnder(action.filing()));
  }

  private static Step meet(CaseType type, CaseFile file, FileEdit edit, CaseAction.Meet action) {
    Optional<MilestoneClock> clock = clock(file, action.milestone());
    if (clock.isEmpty()) {
      return unknownMilestone(file, action.milestone());
    }
    if (clock.get().metAt().isPresent()) {
      return Step.Refused.because(Refusal.MILESTONE_MET, action.milestone());
    }
    Set<String> wanted =
        file
            .filing()
            .flatMap(type::filing)
            .map(FilingCondition::milestones)
            .orElse(List.of())
            .stream()
            .filter(m -> m.id().equals(action.milestone()))
            .map(Milestone::evidence)
            .findFirst()
            .orElse(Set.of());
    Set<String> missing = CaseEngine.missing(wanted, action.evidence());
    return missing.isEmpty()
        ? taken(edit.meetMilestone(action.milestone()))
        : Step.Refused.because(Refusal.EVIDENCE_MISSING, "meet", CaseEngine.list(missing));
  }

  private static Step extend(CaseFile file, FileEdit edit, CaseAction.Extend action) {
    Optional<MilestoneClock> clock = clock(file, action.milestone());
    if (clock.isEmpty()) {
      return unknownMilestone(file, action.milestone());
    }
    if (clock.get().metAt().isPresent()) {
      return Step.Refused.because(Refusal.MILESTONE_MET, action.milestone());
    }
    Counts c = file.counts();
    Counts counts =
        new Counts(c.returns(), c.hops(), c.reworks(), c.reopens(), c.extensions() + 1, c.urges());
    return taken(edit.extend(action.milestone(), action.by()).count(counts));
  }

  private static Step decideReturn(
      CaseType type, CaseFile file, FileEdit edit, CaseAction.DecideReturn action) {
    edit.stand(Standing.OPEN, "");
    if (!action.granted()) {
      return taken(edit);
    }
    Counts c = file.counts();
    Counts counts =
        new Counts(c.returns() + 1, c.hops(), c.reworks(), c.reopens(), c.extensions(), c.urges());
    return taken(
        edit.assign(Assignment.NONE).count(counts).moveTo(first(type, CaseState.ACCEPTED)));
  }

  private Step reopen(CaseType type, CaseFile file, FileEdit edit, Instant at) {
    Instant closedAt = file.closedAt().orElse(at);
    Optional<Instant> until = deadlines.due(closedAt, List.of(type.reopenWithin()), List.of());
    if (until.filter(at::isAfter).isPresent()) {
      return Step.Refused.because(
          Refusal.REOPEN_TOO_LATE, type.reopenWithin().amount() + " " + type.reopenWithin().unit());
    }
    Counts c = file.counts();
    Counts counts =
        new Counts(c.returns(), c.hops(), c.reworks(), c.reopens() + 1, c.extensions(), c.urges());
    CaseState back =
        file.assignment().lead().isPresent() ? CaseState.DISPATCHED : CaseState.ACCEPTED;
    return taken(edit.count(counts).reopen(first(type, back)));
  }

  private static Optional<MilestoneClock> clock(CaseFile file, String milestone) {
    return file.clocks().stream().filter(c -> c.milestone().equals(milestone)).findFirst();
  }

  private static Step unknownMilestone(CaseFile file, String milestone) {
    Set<String> known = new TreeSet<>();
    file.clocks().forEach(clock -> known.add(clock.milestone()));
    return Step.Refused.because(Refusal.UNKNOWN_MILESTONE, milestone, CaseEngine.list(known));
  }

  private static String first(CaseType type, CaseState state) {
    return type.firstShownAs(state)
        .map(CaseType.Step::id)
        .orElseThrow(
            () -> new IllegalArgumentException(type.ref() + " has no step shown as " + state));
  }

  private static Step taken(FileEdit edit) {
    return new Step.Taken(edit.done());
  }
}
