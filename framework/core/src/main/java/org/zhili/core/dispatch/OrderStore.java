package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** Keeps work orders and their deliveries. Every call joins the transaction of its caller. */
public interface OrderStore {
  /** Write an order with status ISSUED, and answer its id. */
  long issue(CaseId caseId, UnitId unit, WorkOrder.Role role, int round, Instant at);

  Optional<WorkOrder> find(long id);

  /** All orders of a case, oldest first. */
  List<WorkOrder> of(CaseId caseId);

  /** A unit's orders that are not withdrawn, newest first. */
  List<WorkOrder> of(UnitId unit, int limit);

  /** Withdraw all orders of the case that are not. */
  void withdraw(CaseId caseId, Instant at);

  /** Write down one attempt to deliver; without an error the order is DELIVERED. */
  void delivered(long id, String channel, Instant at, Optional<String> error);

  /** No more attempts will be made. */
  void failed(long id, Instant at);

  void acknowledged(long id, Instant at);
}
