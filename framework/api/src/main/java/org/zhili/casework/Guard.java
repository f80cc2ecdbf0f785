package org.zhili.casework;

/** What must be true of a case and an actor before a passage opens. */
public enum Guard {
  /** A unit has been given the lead. */
  LEAD_NAMED,
  /** The actor speaks for the lead unit. */
  BY_LEAD,
  /**
   * The actor does not speak for a unit that handled it: the closing party is not the doing one.
   */
  NOT_BY_HANDLER
}
