package org.zhili.persistence.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.dispatch.OrderStore;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.persistence.store.internal.Conditions;
import org.zhili.persistence.store.internal.Row;
import org.zhili.persistence.store.internal.Sql;
import org.zhili.persistence.store.internal.Texts;

/**
 * Work orders and every attempt to deliver them.
 *
 * <p>Each change says in its own statement which statuses it may change, so a delivery that comes
 * too late never brings a withdrawn order back, whichever node was faster.
 */
public final class JdbcOrderStore implements OrderStore {
  private static final int ERROR_LENGTH = 2_000;

  private final Sql sql;

  public JdbcOrderStore(Database database) {
    this.sql = new Sql(database);
  }

  @Override
  public long issue(
      CaseId caseId, AreaId area, UnitId unit, WorkOrder.Role role, int round, Instant at) {
    return sql.insert(
        "insert into core_order (case_id, area, unit, role, round, status, issued_at)"
            + " values (?, ?, ?, ?, ?, 'ISSUED', ?)",
        caseId.value(),
        area.value(),
        unit.value(),
        role,
        round,
        at);
  }

  @Override
  public Optional<WorkOrder> find(long id) {
    return sql.row("select * from core_order where id = ?", JdbcOrderStore::order, id);
  }

  @Override
  public List<WorkOrder> of(CaseId caseId) {
    return sql.rows(
        "select * from core_order where case_id = ? order by id",
        JdbcOrderStore::order,
        caseId.value());
  }

  @Override
  public List<WorkOrder> list(Query query) {
    List<String> statuses = query.statuses().stream().map(Enum::name).toList();
    Conditions wanted =
        new Conditions()
            .and("unit = any(?)", query.units().stream().map(UnitId::value).toList())
            .and("status = any(?)", statuses)
            .within("area", query.areas());
    query.after().ifPresent(last -> wanted.and("id < ?", last));
    return sql.rows(
        "select * from core_order" + wanted.where() + " order by id desc limit ?",
        JdbcOrderStore::order,
        wanted.arguments(query.limit()));
  }

  @Override
  public void withdraw(CaseId caseId, Instant at) {
    sql.update(
        "update core_order set status = 'WITHDRAWN', withdrawn_at = ?"
            + " where case_id = ? and status <> 'WITHDRAWN'",
        at,
        caseId.value());
  }

  @Override
  public void withdrawUntaken(CaseId caseId, Instant at) {
    sql.update(
        "update core_order set status = 'WITHDRAWN', withdrawn_at = ?"
            + " where case_id = ? and status not in ('ACKNOWLEDGED', 'WITHDRAWN')",
        at,
        caseId.value());
  }

  @Override
  public void delivered(long id, String channel, Instant at, Optional<String> error) {
    Optional<String> why = error.map(words -> Texts.storable(words, ERROR_LENGTH));
    sql.together(
        () -> {
          int orders = why.isPresent() ? missed(id, why.get()) : arrived(id, at);
          return orders == 0
              ? 0
              : sql.update(
                  "insert into core_order_delivery (order_id, channel, tried_at, error)"
                      + " values (?, ?, ?, ?)",
                  id,
                  channel,
                  at,
                  why);
        });
  }

  private int missed(long id, String error) {
    return sql.update(
        "update core_order set attempts = attempts + 1, last_error = ? where id = ?", error, id);
  }

  private int arrived(long id, Instant at) {
    return sql.update(
        "update core_order set attempts = attempts + 1, last_error = null, delivered_at = ?,"
            + " status = case status when 'ISSUED' then 'DELIVERED' else status end where id = ?",
        at,
        id);
  }

  @Override
  public void failed(long id, Instant at) {
    sql.update(
        "update core_order set status = 'FAILED', failed_at = ? where id = ? and status = 'ISSUED'",
        at,
        id);
  }

  @Override
  public void acknowledged(long id, Instant at) {
    sql.update(
        "update core_order set status = 'ACKNOWLEDGED', acknowledged_at = ?"
            + " where id = ? and status not in ('ACKNOWLEDGED', 'WITHDRAWN')",
        at,
        id);
  }

  private static WorkOrder order(Row row) throws SQLException {
    return new WorkOrder(
        row.number("id"),
        new CaseId(row.uuid("case_id")),
        new UnitId(row.text("unit")),
        row.word(WorkOrder.Role.class, "role"),
        row.count("round"),
        row.word(WorkOrder.Status.class, "status"),
        row.time("issued_at"),
        row.count("attempts"),
        row.maybe("last_error"),
        row.maybeTime("delivered_at"),
        row.maybeTime("acknowledged_at"));
  }
}
