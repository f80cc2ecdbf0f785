package org.zhili.casework;

/**
 * The six states every resident sees, whatever steps a module adds inside them: 上报 受理 派单 处置 反馈 结案.
 */
public enum CaseState {
  /** 上报: it has been reported. */
  REPORTED,
  /** 受理: the town has taken it on. */
  ACCEPTED,
  /** 派单: a unit has been given it. */
  DISPATCHED,
  /** 处置: the unit is at work. */
  HANDLING,
  /** 反馈: the unit says it is done. */
  FEEDBACK,
  /** 结案: somebody else has verified that. */
  CLOSED
}
