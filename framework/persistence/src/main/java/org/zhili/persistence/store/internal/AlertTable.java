package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.core.alert.AlertStore;
import org.zhili.core.alert.NotedAlert;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.AlertUpdate;
import org.zhili.id.DeviceId;
import org.zhili.persistence.store.internal.Bulk.Kind;
import org.zhili.text.Text;

/** Alerts as they were raised, with what became of them beside; and every alarm. */
public final class AlertTable {
  private static final Bulk<Alert> ALERTS =
      new Bulk<Alert>()
          .with("id", Kind.UUID, Alert::id)
          .with("device", Kind.TEXT, alert -> alert.device().id().value())
          .with("condition_code", Kind.TEXT, Alert::condition)
          .with("open_condition", Kind.TEXT, AlertTable::openCondition)
          .with("severity", Kind.TEXT, Alert::severity)
          .with("raised_at", Kind.TIME, Alert::raisedAt)
          .with("last_seen_at", Kind.TIME, Alert::lastSeenAt)
          .with("occurrences", Kind.LONG, Alert::occurrences)
          .with("cleared_at", Kind.TIME, Alert::clearedAt)
          .with("area", Kind.TEXT, alert -> alert.device().area().value())
          .with("alert", Kind.TEXT, Json::write);

  private static final Bulk<AlertUpdate> UPDATES =
      new Bulk<AlertUpdate>()
          .with("occurrences", Kind.LONG, AlertUpdate::occurrences)
          .with("last_seen_at", Kind.TIME, AlertUpdate::lastSeenAt)
          .with(
              "severity",
              Kind.TEXT,
              update -> update.escalation().map(AlertUpdate.Escalation::severity))
          .with("escalation", Kind.TEXT, update -> update.escalation().map(Json::write))
          .with("cleared_at", Kind.TIME, AlertUpdate::clearedAt)
          .with("over", Kind.TRUTH, update -> update.clearedAt().isPresent())
          .with("id", Kind.UUID, AlertUpdate::alert);

  private static final Bulk<Alarm> ALARMS =
      new Bulk<Alarm>()
          .with("device", Kind.TEXT, alarm -> alarm.device().value())
          .with("observed_at", Kind.TIME, Alarm::observedAt)
          .with("rule", Kind.TEXT, Alarm::rule)
          .with("condition_code", Kind.TEXT, Alarm::condition)
          .with("metric", Kind.TEXT, Alarm::metric)
          .with("severity", Kind.TEXT, Alarm::severity)
          .with("why", Kind.TEXT, alarm -> Json.write(alarm.why()))
          .with("received_at", Kind.TIME, Alarm::receivedAt)
          .with("disposition", Kind.TEXT, Alarm::disposition)
          .with("alert", Kind.UUID, Alarm::alert)
          .with("reason", Kind.TEXT, alarm -> alarm.reason().map(Json::write));

  private final Sql sql;
  private final String raise;
  private final String update;
  private final String note;

  public AlertTable(Sql sql) {
    this.sql = sql;
    this.raise = Inserts.into(sql, "core_alert", ALERTS);
    this.note = Inserts.unlessThere(sql, "core_alarm", ALARMS);
    this.update =
        sql.of(
            "update core_alert set occurrences = ?, last_seen_at = ?,"
                + " severity = coalesce(?, severity), escalation = coalesce(?, escalation),"
                + " cleared_at = ?, open_condition = case when ? then null else condition_code end"
                + " where id = ?",
            "update core_alert a set occurrences = given.occurrences,"
                + " last_seen_at = given.last_seen_at,"
                + " severity = coalesce(given.severity, a.severity),"
                + " escalation = coalesce(given.escalation, a.escalation),"
                + " cleared_at = given.cleared_at,"
                + " open_condition = case when given.over then null else a.condition_code end"
                + " from "
                + UPDATES.rows()
                + " where a.id = given.id");
  }

  private static Optional<String> openCondition(Alert alert) {
    return alert.clearedAt().isPresent() ? Optional.empty() : Optional.of(alert.condition());
  }

  public void update(List<AlertUpdate> updates) {
    sql.bulk(UPDATES, update, updates);
  }

  public void raise(List<Alert> alerts) {
    sql.bulk(ALERTS, raise, alerts);
  }

  public void note(List<Alarm> alarms) {
    sql.bulk(ALARMS, note, alarms);
  }

  public Optional<Alert> find(UUID id) {
    return sql.row("select * from core_alert where id = ?", AlertTable::alert, id);
  }

  /** The alarms of a device behind a key; one before all keys when there is none. */
  public List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit) {
    Alarm.Key from = after.orElse(new Alarm.Key(Instant.EPOCH, "", "", ""));
    return sql.rows(
        "select * from core_alarm where device = ?"
            + " and (observed_at, rule, condition_code, metric) > (?, ?, ?, ?)"
            + " order by observed_at, rule, condition_code, metric limit ?",
        AlertTable::alarm,
        device.value(),
        from.observedAt(),
        from.rule(),
        from.condition(),
        from.metric(),
        limit);
  }

  /** Delete some of the alarms that were received before then. */
  public int forgetAlarms(Instant receivedBefore, int limit) {
    return sql.update(
        "delete from core_alarm where (device, observed_at, rule, condition_code, metric) in"
            + " (select device, observed_at, rule, condition_code, metric from core_alarm"
            + " where received_at < ? limit ?)",
        receivedBefore,
        limit);
  }

  private static Alarm alarm(Row row) throws SQLException {
    return new Alarm(
        new DeviceId(row.text("device")),
        row.text("rule"),
        row.text("condition_code"),
        row.text("metric"),
        row.word(Severity.class, "severity"),
        Json.read(row.text("why"), Text.class),
        row.time("observed_at"),
        row.time("received_at"),
        row.word(Alarm.Disposition.class, "disposition"),
        row.maybeUuid("alert"),
        row.maybe("reason").map(json -> Json.read(json, Text.class)));
  }

  public Optional<NotedAlert> noted(UUID id) {
    return sql.row("select * from core_alert where id = ?", AlertTable::noted, id);
  }

  public List<NotedAlert> list(AlertStore.Query query) {
    Conditions wanted = new Conditions();
    query
        .open()
        .ifPresent(
            open -> wanted.and(open ? "open_condition is not null" : "open_condition is null"));
    query.device().ifPresent(device -> wanted.and("device = ?", device.value()));
    wanted.within("area", query.areas());
    query.after().ifPresent(last -> wanted.and("id < ?", last));
    return sql.rows(
        "select * from core_alert" + wanted.where() + " order by id desc limit ?",
        AlertTable::noted,
        wanted.arguments(query.limit()));
  }

  public boolean acknowledge(UUID id, Acknowledgement acknowledgement) {
    return sql.update(
            "update core_alert set acknowledged_by = ?, acknowledged_at = ?"
                + " where id = ? and acknowledged_at is null",
            acknowledgement.by(),
            acknowledgement.at(),
            id)
        == 1;
  }

  private static NotedAlert noted(Row row) throws SQLException {
    Optional<Instant> at = row.maybeTime("acknowledged_at");
    String by = row.maybe("acknowledged_by").orElse("");
    return new NotedAlert(alert(row), at.map(when -> new Acknowledgement(by, when)));
  }

  /** The alert as it was raised, and all that came after as one update. */
  private static Alert alert(Row row) throws SQLException {
    Optional<AlertUpdate.Escalation> escalation =
        row.maybe("escalation").map(json -> Json.read(json, AlertUpdate.Escalation.class));
    AlertUpdate since =
        new AlertUpdate(
            row.uuid("id"),
            row.number("occurrences"),
            row.time("last_seen_at"),
            escalation,
            row.maybeTime("cleared_at"));
    return Json.read(row.text("alert"), Alert.class).after(since);
  }
}
