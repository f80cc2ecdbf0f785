package org.zhili.resources.internal.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.zhili.casework.CaseFile;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.text.Personal;
import org.zhili.text.Wording;

/**
 * A work order (工单), with enough of its case to know what it is about.
 *
 * @param lastError why the last delivery failed; for the town hall
 */
public record OrderView(
    long id,
    String caseId,
    String number,
    Wording summary,
    String address,
    String unit,
    WorkOrder.Role role,
    int round,
    WorkOrder.Status status,
    Instant issuedAt,
    int attempts,
    Optional<String> lastError,
    Optional<Instant> deliveredAt,
    Optional<Instant> acknowledgedAt) {
  static OrderView of(WorkOrder order, CaseFile file, boolean withErrors) {
    return new OrderView(
        order.id(),
        file.id().toString(),
        file.number(),
        Personal.masked(file.report().summary()),
        Personal.masked(file.report().address()),
        order.unit().value(),
        order.role(),
        order.round(),
        order.status(),
        order.issuedAt(),
        order.attempts(),
        withErrors ? order.lastError() : Optional.empty(),
        order.deliveredAt(),
        order.acknowledgedAt());
  }
}
