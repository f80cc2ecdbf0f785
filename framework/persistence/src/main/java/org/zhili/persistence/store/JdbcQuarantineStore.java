package org.zhili.persistence.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.data.Database;
import org.zhili.id.DeviceId;
import org.zhili.persistence.store.internal.Availability;
import org.zhili.persistence.store.internal.Ids;
import org.zhili.persistence.store.internal.QuarantineTable;
import org.zhili.persistence.store.internal.Sql;

/** Looks up quarantined messages. */
public final class JdbcQuarantineStore implements QuarantineStore {
  /** The newest of those that are too much, counted from the newest of all. */
  private static final String TOO_MUCH =
      "select id from (select id, sum(bytes) over (order by id desc) as kept"
          + " from core_quarantine) messages where kept > ? order by id desc limit 1";

  /** How many messages one transaction removes; each may be large. */
  private static final int PORTION = 500;

  private final Sql sql;
  private final QuarantineTable table;

  public JdbcQuarantineStore(Database database) {
    this.sql = new Sql(database);
    this.table = new QuarantineTable(sql);
  }

  @Override
  public Optional<Quarantined> find(UUID id) {
    return Availability.told(() -> table.find(id));
  }

  @Override
  public List<Quarantined> list(Selection selection, Optional<UUID> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> arguments = new ArrayList<>();
    selection.kind().ifPresent(kind -> and("kind = ?", kind, conditions, arguments));
    selection
        .device()
        .map(DeviceId::value)
        .ifPresent(device -> and("device = ?", device, conditions, arguments));
    selection.driver().ifPresent(driver -> and("driver = ?", driver, conditions, arguments));
    if (selection.driverless()) {
      conditions.add("driver is null");
    }
    selection
        .attemptsBelow()
        .ifPresent(attempts -> and("attempts < ?", attempts, conditions, arguments));
    after.ifPresent(id -> and("id > ?", id, conditions, arguments));
    arguments.add(limit);
    String where = String.join(" and ", conditions);
    return Availability.told(
        () ->
            sql.rows(
                "select * from core_quarantine where " + where + " order by id limit ?",
                QuarantineTable::message,
                arguments.toArray()));
  }

  @Override
  public List<DeviceId> devices(Quarantined.Kind kind, Optional<DeviceId> after, int limit) {
    String behind = after.map(device -> "device > ?").orElse("device is not null");
    List<Object> arguments = new ArrayList<>(List.of(kind));
    after.map(DeviceId::value).ifPresent(arguments::add);
    arguments.add(limit);
    return Availability.told(
        () ->
            sql.rows(
                "select distinct device from core_quarantine where kind = ? and "
                    + behind
                    + " order by device limit ?",
                row -> new DeviceId(row.text("device")),
                arguments.toArray()));
  }

  private static void and(
      String condition, Object argument, List<String> conditions, List<Object> arguments) {
    conditions.add(condition);
    arguments.add(argument);
  }

  @Override
  public int discard(Set<UUID> ids) {
    return ids.isEmpty()
        ? 0
        : Availability.told(
            () -> sql.update("delete from core_quarantine where id = any(?)", Ids.of(ids)));
  }

  @Override
  public Pruned prune(Instant receivedBefore, long maxBytes) {
    return Availability.told(
        () -> {
          Pruned old = delete("received_at < ?", receivedBefore);
          return sql.row(TOO_MUCH, row -> row.uuid("id"), maxBytes)
              .map(id -> old.plus(delete("id <= ? order by id", id)))
              .orElse(old);
        });
  }

  /** The condition may be followed by an order. */
  private Pruned delete(String condition, Object argument) {
    Pruned all = Pruned.NOTHING;
    Pruned some;
    do {
      some = portion(condition, argument);
      all = all.plus(some);
    } while (some.messages() == PORTION);
    return all;
  }

  private Pruned portion(String condition, Object argument) {
    String delete =
        "delete from core_quarantine where id in (select id from core_quarantine where "
            + condition
            + " limit "
            + PORTION
            + ")";
    String sums = "select count(*) as messages, coalesce(sum(bytes), 0) as bytes from ";
    return sql.write(
            sql.of(
                sums + "old table (" + delete + ")",
                "with gone as (" + delete + " returning bytes) " + sums + "gone"),
            row -> new Pruned(row.number("messages"), row.number("bytes")),
            argument)
        .get(0);
  }
}
