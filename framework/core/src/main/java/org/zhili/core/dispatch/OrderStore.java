package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** Keeps work orders and their deliveries. Every call joins the transaction of its caller. */
public interface OrderStore {
  /** Write an order with status ISSUED, and answer its id. */
  long issue(CaseId caseId, AreaId area, UnitId unit, WorkOrder.Role role, int round, Instant at);

  Optional<WorkOrder> find(long id);

  /** All orders of a case, oldest first. */
  List<WorkOrder> of(CaseId caseId);

  /** The orders of some units, newest first. */
  List<WorkOrder> list(Query query);

  /**
   * Which orders to list.
   *
   * @param units whose they are, at least one
   * @param statuses none for all but those withdrawn
   * @param areas only cases that lie there; none for anywhere
   * @param after go on behind the order of this id
   */
  record Query(
      Set<UnitId> units,
      Set<WorkOrder.Status> statuses,
      Set<AreaId> areas,
      Optional<Long> after,
      int limit) {
    public Query {
      statuses =
          statuses.isEmpty()
              ? EnumSet.complementOf(EnumSet.of(WorkOrder.Status.WITHDRAWN))
              : Set.copyOf(statuses);
      units = Set.copyOf(units);
      areas = Set.copyOf(areas);
    }
  }

  /** Withdraw all orders of the case that are not. */
  void withdraw(CaseId caseId, Instant at);

  /**
   * Withdraw those orders of the case that nobody has taken on, also what could not be delivered.
   */
  void withdrawUntaken(CaseId caseId, Instant at);

  /** Write down one attempt to deliver; without an error the order is DELIVERED. */
  void delivered(long id, String channel, Instant at, Optional<String> error);

  /** No more attempts will be made. */
  void failed(long id, Instant at);

  void acknowledged(long id, Instant at);
}
