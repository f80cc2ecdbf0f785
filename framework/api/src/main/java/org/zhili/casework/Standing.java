package org.zhili.casework;

/** Whether a case is going its way, waiting aside, or at an end. */
public enum Standing {
  /** On its way; clocks run. */
  OPEN,
  /** The lead has asked to hand it back (退单); a referee decides; clocks run on. */
  RETURN_REQUESTED,
  /** 挂起: waiting for something outside the unit's power; clocks pause. */
  SUSPENDED,
  /** 挂账: cannot be solved now, kept on a list that is reviewed; clocks pause. */
  PARKED,
  /** 不予受理: not taken on, with a reason. */
  NOT_ACCEPTED,
  /** 作废: opened by mistake. */
  VOID,
  /** 并案: goes on inside another case. */
  MERGED,
  /** 结案: verified and closed. */
  CLOSED;

  /** Whether the clocks of an unfinished case run. */
  public boolean clockRuns() {
    return this == OPEN || this == RETURN_REQUESTED;
  }

  /** Whether nothing but reopening, rating and notes can happen any more. */
  public boolean ended() {
    return this == NOT_ACCEPTED || this == VOID || this == MERGED || this == CLOSED;
  }
}
