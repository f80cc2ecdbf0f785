package org.zhili.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * What somebody does to a case. {@link Advance} follows a passage of the case's type; all others
 * are the side passages that every type shares.
 */
public sealed interface CaseAction {
  /** The word traces and rights use for it. */
  String name();

  /** Follow the passage of the type with this action from the present step. */
  record Advance(String action, String note, List<Evidence> evidence) implements CaseAction {
    public Advance {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String name() {
      return action;
    }
  }

  /**
   * Give the case to units: 派单, or 改派 when it had a lead already.
   *
   * @param why shown to people in both languages
   */
  record Dispatch(
      UnitId lead,
      Set<UnitId> assisting,
      Set<UnitId> supervising,
      Set<UnitId> notified,
      Wording why)
      implements CaseAction {
    public Dispatch {
      assisting = Set.copyOf(assisting);
      supervising = Set.copyOf(supervising);
      notified = Set.copyOf(notified);
    }

    @Override
    public String name() {
      return "dispatch";
    }
  }

  /** File the case under another condition (立案条件), which brings its own milestones. */
  record File(String filing, String note) implements CaseAction {
    @Override
    public String name() {
      return "file";
    }
  }

  /** Refuse to take the case on (不予受理). */
  record Decline(String reason) implements CaseAction {
    @Override
    public String name() {
      return "decline";
    }
  }

  /** Ask to hand the case back (退单). */
  record RequestReturn(String reason) implements CaseAction {
    @Override
    public String name() {
      return "request-return";
    }
  }

  /** Decide on a requested return (派单异议审核). */
  record DecideReturn(boolean granted, String reason) implements CaseAction {
    @Override
    public String name() {
      return "decide-return";
    }
  }

  /** Report that a milestone is met (such as: made safe). */
  record Meet(String milestone, String note, List<Evidence> evidence) implements CaseAction {
    public Meet {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String name() {
      return "meet";
    }
  }

  /** Give a milestone more time (延期). */
  record Extend(String milestone, Limit by, String reason) implements CaseAction {
    @Override
    public String name() {
      return "extend";
    }
  }

  /** Pause the clocks (挂起). */
  record Suspend(String reason) implements CaseAction {
    @Override
    public String name() {
      return "suspend";
    }
  }

  /** Put the case on the list of what cannot be solved now (挂账). */
  record Park(String reason) implements CaseAction {
    @Override
    public String name() {
      return "park";
    }
  }

  /** Go on after a pause or from the list (恢复). */
  record Resume(String note) implements CaseAction {
    @Override
    public String name() {
      return "resume";
    }
  }

  /** Send the unit back to work: verification failed (返工). */
  record Rework(String reason) implements CaseAction {
    @Override
    public String name() {
      return "rework";
    }
  }

  /** End a case that was opened by mistake (作废). */
  record Annul(String reason) implements CaseAction {
    @Override
    public String name() {
      return "annul";
    }
  }

  /** Let the case go on inside another (并案). */
  record Merge(CaseId into, String reason) implements CaseAction {
    @Override
    public String name() {
      return "merge";
    }
  }

  /** Open a closed case again (重开). */
  record Reopen(String reason) implements CaseAction {
    @Override
    public String name() {
      return "reopen";
    }
  }

  /** Urge the handling unit (催办). */
  record Urge(String reason) implements CaseAction {
    @Override
    public String name() {
      return "urge";
    }
  }

  /** Say how it went (评价); once per closing. */
  record Rate(Rating rating) implements CaseAction {
    @Override
    public String name() {
      return "rate";
    }
  }

  /**
   * Stop the clocks while the module that brings the type of the case is away (模块停用). The town does
   * that by itself.
   *
   * @param since when the module left
   */
  record Halt(String type, Instant since) implements CaseAction {
    @Override
    public String name() {
      return "halt";
    }
  }

  /** Let the clocks go on, since the module is back (模块恢复). */
  record GoOn(String type) implements CaseAction {
    @Override
    public String name() {
      return "go-on";
    }
  }

  /** Write something down that changes nothing. */
  record Note(String note, Optional<Evidence> evidence) implements CaseAction {
    @Override
    public String name() {
      return "note";
    }
  }
}
