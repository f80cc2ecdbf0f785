package org.zhili.resources.internal.cases;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.core.casework.Desk;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.Wordings;

/** Opens cases for people who report; a report that is sent again opens nothing new. */
public final class HandReports {
  private static final Actor TOWN = Actor.system("reports");
  private static final String JOINED = "joined ";
  private static final String OPENED = "opened ";

  private final Desk desk;
  private final ReportReading reading;
  private final Repeats repeats;
  private final CaseMoves moves;

  public HandReports(Desk desk, ReportReading reading, Repeats repeats, CaseMoves moves) {
    this.desk = desk;
    this.reading = reading;
    this.repeats = repeats;
    this.moves = moves;
  }

  /** The case that a body asks for, held against the city's books. */
  public NewCase wanted(ReportBody body, Viewer viewer) {
    return reading.newCase(body, viewer);
  }

  /** Open a case in the running transaction. */
  public Opened open(NewCase wanted, Viewer viewer) {
    return desk.open(wanted, Actor.of(viewer));
  }

  /** What was dealt with on the spot is opened and finished in one transaction, or neither. */
  Opened open(ReportBody body, Repeats.Request request, Viewer viewer) {
    Actor by = Actor.of(viewer);
    return once(
        request,
        () -> {
          Opened opened = moves.open(reading.newCase(body, viewer), by);
          body.handled().ifPresent(done -> handle(opened.file(), done, viewer));
          return opened;
        });
  }

  /**
   * Open a case for a resident.
   *
   * @param wanted worked out in the transaction that opens it, when it is to be opened
   * @param same an open case that is about the same: the report goes on in it, whose handlers read
   *     what the resident says
   */
  public CaseFile open(
      Supplier<NewCase> wanted,
      Supplier<Optional<CaseId>> same,
      Actor by,
      Repeats.Request request) {
    return once(
            request,
            () -> {
              Optional<CaseId> known = same.get(); // before the new case is one of those nearby
              Opened opened = moves.open(wanted.get(), by);
              known.ifPresent(into -> join(opened.file(), into, by));
              return opened;
            })
        .file();
  }

  /** A type that lets only people merge keeps both cases, for the operator to join. */
  private void join(CaseFile file, CaseId into, Actor by) {
    CaseAction merge = new CaseAction.Merge(into, Wordings.sameMatter().zh());
    if (desk.possible(file, TOWN).contains(merge.name())) {
      move(file.id(), merge, TOWN);
    }
    String told = file.report().summary().zh();
    CaseAction note = new CaseAction.Note("", Optional.of(new Evidence("report", told)));
    boolean heard =
        desk.find(into).filter(one -> desk.possible(one, by).contains(note.name())).isPresent();
    if (heard) {
      move(into, note, by);
    }
  }

  /** Nobody finishes a case of elsewhere that their report happened to join. */
  private void handle(CaseFile file, HandledBody done, Viewer viewer) {
    if (!moves.sees(file, viewer)) {
      throw Trouble.OPEN_ELSEWHERE.problem(file.number());
    }
    move(file.id(), done.action(), Actor.of(viewer));
  }

  private void move(CaseId id, CaseAction action, Actor by) {
    moves.once(new CaseMoves.Move(id, action, by, OptionalLong.empty()));
  }

  private Opened once(Repeats.Request request, Supplier<Opened> work) {
    String result =
        repeats.once(
            request,
            () -> {
              Opened opened = work.get();
              return (opened.joined() ? JOINED : OPENED) + opened.file().id();
            });
    boolean joined = result.startsWith(JOINED);
    String id = result.substring(joined ? JOINED.length() : OPENED.length());
    CaseFile file = desk.find(CaseId.of(id)).orElseThrow(Trouble.CONFLICT::problem);
    return new Opened(file, joined);
  }
}
