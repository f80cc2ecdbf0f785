package org.zhili.casework;

import org.zhili.text.Text;

/** The answer to an action on a case. */
public sealed interface Outcome {
  /** Done, and written. */
  record Moved(CaseFile file, CaseEvent event) implements Outcome {}

  /**
   * Not done; nothing was written.
   *
   * @param code stable, {@code ZL-nnnn}
   * @param why one sentence that names cause and remedy
   */
  record Refused(Reason reason, String code, Text why) implements Outcome {}

  /** The kinds of refusal a caller may want to tell apart. */
  enum Reason {
    /** There is no such case. */
    UNKNOWN,
    /** The actor lacks the role or the unit. */
    FORBIDDEN,
    /** The case is not where this action is possible. */
    NOT_NOW,
    /** Something the action must bring is missing or wrong. */
    INCOMPLETE,
    /** Somebody else changed the case since the caller looked. */
    STALE
  }
}
