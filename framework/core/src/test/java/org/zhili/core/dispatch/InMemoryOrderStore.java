package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** Work orders without a database. */
public final class InMemoryOrderStore implements OrderStore {
  private static final Set<WorkOrder.Status> UNTAKEN =
      Set.of(WorkOrder.Status.ISSUED, WorkOrder.Status.DELIVERED, WorkOrder.Status.FAILED);

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, WorkOrder> orders;
  private final InMemoryTable<Long, AreaId> areas;
  private long last;

  public InMemoryOrderStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.orders = new InMemoryTable<>(transactions);
    this.areas = new InMemoryTable<>(transactions);
  }

  @Override
  public long issue(
      CaseId caseId, AreaId area, UnitId unit, WorkOrder.Role role, int round, Instant at) {
    return transactions.run(
        () -> {
          last++;
          areas.put(last, area);
          orders.put(
              last,
              new WorkOrder(
                  last,
                  caseId,
                  unit,
                  role,
                  round,
                  WorkOrder.Status.ISSUED,
                  at,
                  0,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
          return last;
        });
  }

  @Override
  public Optional<WorkOrder> find(long id) {
    return orders.get(id);
  }

  @Override
  public List<WorkOrder> of(CaseId caseId) {
    return orders.all().stream().filter(order -> order.caseId().equals(caseId)).toList();
  }

  @Override
  public List<WorkOrder> list(Query query) {
    return orders.all().stream()
        .filter(order -> query.units().contains(order.unit()))
        .filter(order -> query.statuses().contains(order.status()))
        .filter(order -> query.after().map(last -> order.id() < last).orElse(true))
        .filter(order -> query.areas().isEmpty() || lies(order, query.areas()))
        .sorted(Comparator.comparing(WorkOrder::id).reversed())
        .limit(query.limit())
        .toList();
  }

  private boolean lies(WorkOrder order, Set<AreaId> in) {
    return areas.get(order.id()).filter(in::contains).isPresent();
  }

  @Override
  public void withdraw(CaseId caseId, Instant at) {
    transactions.run(
        () -> of(caseId).forEach(o -> change(o.id(), x -> status(x, WorkOrder.Status.WITHDRAWN))));
  }

  @Override
  public void withdrawUntaken(CaseId caseId, Instant at) {
    transactions.run(
        () ->
            of(caseId).stream()
                .filter(order -> order.status() != WorkOrder.Status.ACKNOWLEDGED)
                .forEach(o -> change(o.id(), x -> status(x, WorkOrder.Status.WITHDRAWN))));
  }

  @Override
  public void delivered(long id, String channel, Instant at, Optional<String> error) {
    change(
        id,
        o ->
            new WorkOrder(
                o.id(),
                o.caseId(),
                o.unit(),
                o.role(),
                o.round(),
                error.isEmpty() && o.status() == WorkOrder.Status.ISSUED
                    ? WorkOrder.Status.DELIVERED
                    : o.status(),
                o.issuedAt(),
                o.attempts() + 1,
                error,
                error.isEmpty() ? Optional.of(at) : o.deliveredAt(),
                o.acknowledgedAt()));
  }

  @Override
  public void failed(long id, Instant at) {
    change(id, o -> o.status() == WorkOrder.Status.ISSUED ? status(o, WorkOrder.Status.FAILED) : o);
  }

  @Override
  public void acknowledged(long id, Instant at) {
    change(
        id,
        o ->
            UNTAKEN.contains(o.status())
                ? new WorkOrder(
                    o.id(),
                    o.caseId(),
                    o.unit(),
                    o.role(),
                    o.round(),
                    WorkOrder.Status.ACKNOWLEDGED,
                    o.issuedAt(),
                    o.attempts(),
                    o.lastError(),
                    o.deliveredAt(),
                    Optional.of(at))
                : o);
  }

  private void change(long id, UnaryOperator<WorkOrder> how) {
    transactions.run(() -> orders.get(id).ifPresent(order -> orders.put(id, how.apply(order))));
  }

  private static WorkOrder status(WorkOrder o, WorkOrder.Status status) {
    return new WorkOrder(
        o.id(),
        o.caseId(),
        o.unit(),
        o.role(),
        o.round(),
        status,
        o.issuedAt(),
        o.attempts(),
        o.lastError(),
        o.deliveredAt(),
        o.acknowledgedAt());
  }
}
