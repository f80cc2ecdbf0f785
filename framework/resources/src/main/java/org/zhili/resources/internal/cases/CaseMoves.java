package org.zhili.resources.internal.cases;

import java.util.OptionalLong;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.Desk;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.problem.ProblemException;

/** Moves cases at the desk; a refusal becomes a problem with the desk's own code and words. */
public final class CaseMoves {
  private final Desk desk;
  private final CaseFinder finder;

  public CaseMoves(Desk desk, CaseFinder finder) {
    this.desk = desk;
    this.finder = finder;
  }

  CaseFile act(CaseId id, CaseAction action, Viewer viewer, OptionalLong ifVersion) {
    return act(id, action, Actor.of(viewer), ifVersion, "");
  }

  /**
   * Act on a case.
   *
   * @param advisor who advised it, for the trace; empty when nobody did
   */
  public CaseFile act(
      CaseId id, CaseAction action, Actor actor, OptionalLong ifVersion, String advisor) {
    Outcome outcome = Retry.onConflict(() -> desk.act(id, action, actor, ifVersion, advisor));
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
