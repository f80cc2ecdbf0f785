package org.zhili.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Milestone;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;

/** The next state of a file while the engine works it out. One thread, one action. */
final class FileEdit {
  private final CaseType type;
  private final CaseFile before;
  private final Instant at;
  private String step;
  private Standing standing;
  private Optional<String> filing;
  private Assignment assignment;
  private final List<MilestoneClock> clocks;
  private final List<Pause> pauses;
  private Counts counts;
  private Optional<Rating> rating;
  private Optional<CaseId> mergedInto;
  private Optional<Instant> closedAt;

  FileEdit(CaseType type, CaseFile before, Instant at) {
    this.type = type;
    this.before = before;
    this.at = at;
    this.step = before.step();
    this.standing = before.standing();
    this.filing = before.filing();
    this.assignment = before.assignment();
    this.clocks = new ArrayList<>(before.clocks());
    this.pauses = new ArrayList<>(before.pauses());
    this.counts = before.counts();
    this.rating = before.rating();
    this.mergedInto = before.mergedInto();
    this.closedAt = before.closedAt();
  }

  FileEdit moveTo(String next) {
    return moveTo(next, List.of());
  }

  /**
   * Go to a step: start the milestones that begin there, and meet those it passes. A milestone that
   * asks for evidence is met only by evidence, and what evidence showed stays so; any other is open
   * again once the case goes back behind it.
   */
  FileEdit moveTo(String next, List<Evidence> shown) {
    int was = index(step);
    step = next;
    clocks.replaceAll(
        clock ->
            milestone(clock.milestone())
                .map(milestone -> passed(clock, milestone, was, shown))
                .orElse(clock));
    startMilestones();
    if (stateOf(next) == CaseState.CLOSED) {
      standing = Standing.CLOSED;
      closedAt = Optional.of(at);
    }
    return this;
  }

  /** File under a condition: what is still to be met has the limits of that condition. */
  FileEdit fileUnder(String condition) {
    filing = Optional.of(condition);
    clocks.removeIf(c -> c.metAt().isEmpty() && milestone(c.milestone()).isEmpty());
    clocks.replaceAll(
        clock -> milestone(clock.milestone()).map(m -> limited(clock, m.limit())).orElse(clock));
    startMilestones();
    return this;
  }

  FileEdit meetMilestone(String id) {
    clocks.replaceAll(clock -> clock.milestone().equals(id) ? meet(clock) : clock);
    return this;
  }

  FileEdit extend(String id, Limit by) {
    clocks.replaceAll(
        clock -> {
          if (!clock.milestone().equals(id)) {
            return clock;
          }
          List<Limit> extensions = new ArrayList<>(clock.extensions());
          extensions.add(by);
          return new MilestoneClock(
              id, clock.limit(), extensions, clock.startedAt(), clock.metAt());
        });
    return this;
  }

  /** Take a standing, opening or ending a pause of the clocks where that changes. */
  FileEdit stand(Standing next, String reason) {
    if (standing.clockRuns() && !next.clockRuns()) {
      pauses.add(new Pause(at, Optional.empty(), reason));
    } else if (!standing.clockRuns() && next.clockRuns()) {
      endPause(false);
    }
    standing = next;
    return this;
  }

  /** Let the clocks stand still from then on, whatever the case stands at. */
  FileEdit halt(Instant since, String type) {
    pauses.add(new Pause(since, Optional.empty(), type, true));
    return this;
  }

  FileEdit goOn() {
    endPause(true);
    return this;
  }

  /** Go on after closing: the time in between is a pause. */
  FileEdit reopen(String next) {
    Instant from = closedAt.orElse(at);
    pauses.add(new Pause(from, Optional.of(at), "reopened"));
    standing = Standing.OPEN;
    closedAt = Optional.empty();
    rating = Optional.empty();
    return moveTo(next);
  }

  FileEdit assign(Assignment next) {
    assignment = next;
    return this;
  }

  FileEdit count(Counts next) {
    counts = next;
    return this;
  }

  FileEdit rate(Rating given) {
    rating = Optional.of(given);
    return this;
  }

  FileEdit mergeInto(CaseId other) {
    mergedInto = Optional.of(other);
    return this;
  }

  CaseFile done() {
    return new CaseFile(
        before.id(),
        before.number(),
        before.publicCode(),
        before.version() + 1,
        before.type(),
        step,
        stateOf(step),
        standing,
        before.report(),
        filing,
        assignment,
        clocks,
        pauses,
        counts,
        rating,
        mergedInto,
        closedAt);
  }

  private void startMilestones() {
    int reached = index(step);
    for (Milestone milestone :
        filing.flatMap(type::filing).map(f -> f.milestones()).orElse(List.of())) {
      boolean running = clocks.stream().anyMatch(c -> c.milestone().equals(milestone.id()));
      if (!running && reached >= index(milestone.from())) {
        clocks.add(
            new MilestoneClock(milestone.id(), milestone.limit(), List.of(), at, Optional.empty()));
      }
    }
  }

  private Optional<Milestone> milestone(String id) {
    return filing
        .flatMap(type::filing)
        .flatMap(f -> f.milestones().stream().filter(m -> m.id().equals(id)).findFirst());
  }

  private MilestoneClock passed(
      MilestoneClock clock, Milestone milestone, int was, List<Evidence> shown) {
    if (milestone.until().isEmpty()) {
      return clock;
    }
    int until = index(milestone.until().get());
    if (index(step) >= until) {
      return CaseEngine.missing(milestone.evidence(), shown).isEmpty() ? meet(clock) : clock;
    }
    return was >= until && milestone.evidence().isEmpty() ? unmeet(clock) : clock;
  }

  private MilestoneClock meet(MilestoneClock clock) {
    return clock.metAt().isPresent() ? clock : withMet(clock, Optional.of(at));
  }

  private static MilestoneClock limited(MilestoneClock clock, Limit limit) {
    return clock.metAt().isPresent()
        ? clock
        : new MilestoneClock(
            clock.milestone(), limit, clock.extensions(), clock.startedAt(), Optional.empty());
  }

  private static MilestoneClock unmeet(MilestoneClock clock) {
    return withMet(clock, Optional.empty());
  }

  private static MilestoneClock withMet(MilestoneClock clock, Optional<Instant> metAt) {
    return new MilestoneClock(
        clock.milestone(), clock.limit(), clock.extensions(), clock.startedAt(), metAt);
  }

  private void endPause(boolean byTown) {
    pauses.replaceAll(
        pause -> pause.byTown() == byTown && pause.until().isEmpty() ? pause.endedAt(at) : pause);
  }

  private int index(String id) {
    for (int i = 0; i < type.steps().size(); i++) {
      if (type.steps().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("case type " + type.ref() + " has no step " + id);
  }

  private CaseState stateOf(String id) {
    return type.steps().get(index(id)).shownAs();
  }
}
