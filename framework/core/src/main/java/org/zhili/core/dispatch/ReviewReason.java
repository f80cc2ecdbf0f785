package org.zhili.core.dispatch;

import java.util.Set;

/** Why a person has to look at a dispatch (人工复核). */
public enum ReviewReason {
  /** The city's strategy is not installed. */
  STRATEGY_ABSENT,
  /** The strategy left while it was asked. */
  STRATEGY_WITHDRAWN,
  /** The strategy failed or took too long. */
  STRATEGY_FAILED,
  /** The strategy is isolated, left alone for its failures, or has too much to do. */
  STRATEGY_NOT_ASKED,
  /** The strategy itself wants a person to decide. */
  REFERRED,
  /** The strategy is less sure than the city asks for. */
  LOW_CONFIDENCE,
  /** The city wants every case of this subject reviewed. */
  SENSITIVE_SUBJECT,
  /** The city wants every case this grave reviewed. */
  SEVERE,
  /** Units have handed it back too often. */
  RETURNED_OFTEN,
  /** The proposed unit is not on the register. */
  UNKNOWN_UNIT;

  /** Why there is no advice that another strategy, or the same one come back, could give. */
  public static final Set<ReviewReason> AWAY =
      Set.of(STRATEGY_ABSENT, STRATEGY_WITHDRAWN, STRATEGY_NOT_ASKED);
}
