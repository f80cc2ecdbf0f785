package org.zhili.core.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseDesk;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.casework.Outcome;
import org.zhili.casework.Standing;
import org.zhili.core.attachment.Attachment;
import org.zhili.id.CaseId;
import org.zhili.text.Text;

/** The town's case desk: every change of every case goes over it. */
public final class Desk implements CaseDesk {
  private final CaseLedger ledger;
  private final CaseTypes types;
  private final CaseEngine engine;
  private final InstantSource clock;
  private final CaseNumbers numbers = new CaseNumbers();
  private final Supplier<ZoneId> zone;
  private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Set up the desk.
   *
   * @param zone the city's zone, for the day in case numbers
   */
  public Desk(
      CaseLedger ledger,
      CaseTypes types,
      CaseEngine engine,
      InstantSource clock,
      Supplier<ZoneId> zone) {
    this.ledger = ledger;
    this.types = types;
    this.engine = engine;
    this.clock = clock;
    this.zone = zone;
  }

  /** Let a part of the town follow every change, in its transaction. */
  public void follow(CaseListener listener) {
    listeners.add(listener);
  }

  /** Whether an installed module brings cases of this type, or the city has its own. */
  public boolean opens(String type) {
    return types.current(type).isPresent();
  }

  /** Whether a case of this type can be filed under this condition now. */
  public boolean files(String type, String filing) {
    return types.current(type).flatMap(current -> current.filing(filing)).isPresent();
  }

  @Override
  public Opened open(NewCase newCase, Actor by) {
    CaseType type =
        types
            .current(newCase.type())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no installed module brings case type " + newCase.type()));
    newCase
        .filing()
        .filter(filing -> type.filing(filing).isEmpty())
        .ifPresent(
            filing -> {
              throw new IllegalArgumentException(type.ref() + " has no filing " + filing);
            });
    return ledger
        .transactions()
        .run(
            () ->
                ledger
                    .cases()
                    .findOpen(newCase.report().key())
                    .map(open -> join(open, newCase, by))
                    .orElseGet(() -> new Opened(openNew(type, newCase, by), false)));
  }

  private CaseFile openNew(CaseType type, NewCase newCase, Actor by) {
    Instant at = clock.instant();
    LocalDate day = LocalDate.ofInstant(at, zone.get());
    CaseType.Step first = type.steps().get(0);
    CaseFile blank =
        new CaseFile(
            numbers.id(at),
            numbers.number(day, ledger.cases().nextNumber(day)),
            numbers.publicCode(),
            0,
            type.ref(),
            first.id(),
            first.shownAs(),
            Standing.OPEN,
            newCase.report(),
            newCase.filing(),
            Assignment.NONE,
            List.of(),
            List.of(),
            Counts.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    CaseFile file = CaseReplay.opened(type, blank, at);
    CaseEvent event = ledger.opened(file, by, at);
    tell(new CaseListener.Change(Optional.empty(), file, Optional.empty(), event));
    return file;
  }

  /** What the report says and shows is added to the case, note by note. */
  private Opened join(CaseFile open, NewCase newCase, Actor by) {
    List<Evidence> added = new ArrayList<>();
    added.add(new Evidence("report", newCase.report().summary().zh()));
    newCase.report().evidence().stream().filter(Desk::isPhoto).forEach(added::add);
    CaseFile file = open;
    for (Evidence one : added) {
      CaseAction note = new CaseAction.Note("", Optional.of(one));
      Outcome outcome = act(open.id(), note, by, OptionalLong.empty());
      file = outcome instanceof Outcome.Moved moved ? moved.file() : file;
    }
    return new Opened(file, true);
  }

  private static boolean isPhoto(Evidence evidence) {
    return Attachment.meant(evidence.content()).isPresent();
  }

  @Override
  public Optional<CaseFile> find(CaseId id) {
    return ledger.transactions().read(() -> ledger.find(id));
  }

  @Override
  public Outcome act(CaseId id, CaseAction action, Actor by, OptionalLong ifVersion) {
    return act(id, action, by, ifVersion, "");
  }

  /**
   * Act on a case upon a plug-in's advice.
   *
   * @param advisor plug-in and version, kept in the trace
   */
  public Outcome act(
      CaseId id, CaseAction action, Actor by, OptionalLong ifVersion, String advisor) {
    return ledger
        .transactions()
        .run(
            () ->
                ledger
                    .find(id)
                    .map(file -> act(file, action, by, ifVersion, advisor))
                    .orElseGet(() -> refused(Refusal.UNKNOWN_CASE, id.toString())));
  }

  private Outcome act(
      CaseFile file, CaseAction action, Actor by, OptionalLong ifVersion, String advisor) {
    if (ifVersion.isPresent() && ifVersion.getAsLong() != file.version()) {
      return refused(Refusal.STALE, Long.toString(file.version()));
    }
    if (action instanceof CaseAction.Merge merge && !mergeable(merge.into())) {
      return refused(Refusal.WRONG_MERGE, merge.into().toString());
    }
    if (action instanceof CaseAction.Reopen && !opens(file.type().id())) {
      return refused(Refusal.TYPE_AWAY, file.type().id());
    }
    Instant at = clock.instant();
    Step step = engine.apply(types.of(file.type()), file, action, by, at);
    if (step instanceof Step.Refused refused) {
      return new Outcome.Refused(refused.reason(), refused.code(), refused.why());
    }
    CaseFile after = ((Step.Taken) step).file();
    CaseEvent event = ledger.moved(after, action, by, at, advisor);
    tell(new CaseListener.Change(Optional.of(file), after, Optional.of(action), event));
    return new Outcome.Moved(after, event);
  }

  /** The actions this actor could take on a case now. */
  public Set<String> possible(CaseFile file, Actor actor) {
    return engine.possible(types.of(file.type()), file, actor);
  }

  private boolean mergeable(CaseId into) {
    return ledger.find(into).filter(other -> !other.standing().ended()).isPresent();
  }

  private void tell(CaseListener.Change change) {
    listeners.forEach(listener -> listener.changed(change));
  }

  private static Outcome.Refused refused(Refusal refusal, String argument) {
    return new Outcome.Refused(
        refusal.reason(), refusal.code(), Text.of("casework." + refusal.key(), argument));
  }
}
