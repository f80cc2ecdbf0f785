package org.zhili.resources.internal.cases;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.Desk;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.problem.ProblemException;

/** Moves cases at the desk; a refusal becomes a problem with the desk's own code and words. */
public final class CaseMoves {
  private final Desk desk;
  private final CaseFinder finder;
  private final Repeats repeats;

  public CaseMoves(Desk desk, CaseFinder finder, Repeats repeats) {
    this.desk = desk;
    this.finder = finder;
    this.repeats = repeats;
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

  private CaseFile once(Move move) {
    Outcome outcome = desk.act(move.id, move.action, move.actor, move.ifVersion, move.advisor);
    if (outcome instanceof Outcome.Moved moved) {
      return moved.file();
    }
    throw problem((Outcome.Refused) outcome);
  }

  private ProblemException problem(Outcome.Refused refused) {
    int status =
        switch (refused.reason()) {
          case UNKNOWN -> 404;
          case FORBIDDEN -> 403;
          case NOT_NOW -> 409;
          case INCOMPLETE -> 422;
          case STALE -> 412;
        };
    return finder.refusal(status, refused.code(), refused.why());
  }
}
