package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/**
 * A work order (工单): the piece of a case that one recipient gets, with its own delivery. A failing
 * copy never delays the lead and is never counted as sent.
 *
 * @param round which dispatch of the case it belongs to, from 1
 * @param attempts deliveries tried so far
 */
public record WorkOrder(
    long id,
    CaseId caseId,
    UnitId unit,
    Role role,
    int round,
    Status status,
    Instant issuedAt,
    int attempts,
    Optional<String> lastError,
    Optional<Instant> deliveredAt,
    Optional<Instant> acknowledgedAt) {
  /** Why a recipient gets an order. */
  public enum Role {
    /** 主办 */
    LEAD,
    /** 协办 */
    ASSIST,
    /** 抄送督办 */
    CC_SUPERVISE,
    /** 知会 */
    NOTIFY
  }

  public enum Status {
    ISSUED,
    DELIVERED,
    ACKNOWLEDGED,
    /**
     * Could not be delivered, however often it was tried; a person must call. The recipient may
     * still acknowledge it.
     */
    FAILED,
    /** The case was taken from the recipient, or closed before the recipient took the order on. */
    WITHDRAWN
  }
}
