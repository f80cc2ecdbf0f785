package org.zhili.resources.internal.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.casework.Opened;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.Desk;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.attachments.Attachments;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.text.Wording;

/** Moves cases at the desk; a refusal becomes a problem with the desk's own code and words. */
public final class CaseMoves {
  private static final String EVIDENCE_MISSING = "ZL-2004";

  private final Desk desk;
  private final CaseFinder finder;
  private final Repeats repeats;
  private final CaseWords words;
  private final Attachments attachments;

  public CaseMoves(
      Desk desk, CaseFinder finder, Repeats repeats, CaseWords words, Attachments attachments) {
    this.desk = desk;
    this.finder = finder;
    this.repeats = repeats;
    this.words = words;
    this.attachments = attachments;
  }

  /**
   * What somebody does to a case.
   *
   * @param ifVersion the version it is done to; empty for any
   * @param advisor who advised it, for the trace; empty when nobody did
   */
  public record Move(
      CaseId id, CaseAction action, Actor actor, OptionalLong ifVersion, String advisor) {
    /** Upon nobody's advice. */
    public Move(CaseId id, CaseAction action, Actor actor, OptionalLong ifVersion) {
      this(id, action, actor, ifVersion, "");
    }
  }

  /** The actions somebody could take on a case now. */
  public Set<String> possible(CaseFile file, Viewer viewer) {
    return desk.possible(file, Actor.of(viewer));
  }

  /** Whether somebody may see a case. */
  boolean sees(CaseFile file, Viewer viewer) {
    return finder.sees(file, viewer);
  }

  /** Open a case in the running transaction, with the photos of its report. */
  public Opened open(NewCase wanted, Actor by) {
    Opened opened = desk.open(wanted, by);
    attachments.claim(wanted.report().evidence(), opened.file().id(), by);
    return opened;
  }

  /** Move a case. */
  public CaseFile make(Move move) {
    return Retry.onConflict(() -> once(move));
  }

  /**
   * Move a case unless the same request has done so.
   *
   * @param move worked out in the transaction that makes it, when it is to be made
   * @return the case as it is now
   */
  public CaseFile make(CaseId id, Supplier<Move> move, Repeats.Request request) {
    repeats.once(request, () -> Long.toString(once(move.get()).version()));
    return finder.present(id);
  }

  /** Move a case in the running transaction, which a refusal ends. */
  CaseFile once(Move move) {
    Outcome outcome = desk.act(move.id, move.action, move.actor, move.ifVersion, move.advisor);
    if (outcome instanceof Outcome.Moved moved) {
      attachments.claim(move.action, move.id, move.actor);
      return moved.file();
    }
    throw problem((Outcome.Refused) outcome, desk.find(move.id));
  }

  private ProblemException problem(Outcome.Refused refused, Optional<CaseFile> file) {
    int status =
        switch (refused.reason()) {
          case UNKNOWN -> 404;
          case FORBIDDEN -> 403;
          case NOT_NOW -> 409;
          case INCOMPLETE -> 422;
          case STALE -> 412;
        };
    Wording told = words.refusal(refused.why(), file);
    return new ProblemException(Problem.of(status, refused.code(), told, missing(refused)));
  }

  /** For callers that bring what is missing without reading the sentence. */
  private List<Violation> missing(Outcome.Refused refused) {
    if (!refused.code().equals(EVIDENCE_MISSING)) {
      return List.of();
    }
    return Arrays.stream(refused.why().arguments().get(1).split(", "))
        .map(kind -> new Violation("evidence." + kind, words.evidence(kind)))
        .toList();
  }
}
