package org.zhili.persistence.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.persistence.store.internal.Availability;
import org.zhili.persistence.store.internal.Conditions;
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
  public List<Quarantined> list(
      Selection selection, Set<AreaId> areas, Optional<UUID> after, int limit) {
    Conditions wanted = new Conditions();
    selection.kind().ifPresent(kind -> wanted.and("kind = ?", kind));
    selection.device().ifPresent(device -> wanted.and("device = ?", device.value()));
    selection
        .network()
        .ifPresent(
            network ->
                wanted.and(
                    "(network = ?"
                        + " or id in (select message from core_quarantine_from where network = ?))",
                    network.value(),
                    network.value()));
    selection.driver().ifPresent(driver -> wanted.and("driver = ?", driver));
    if (selection.driverless()) {
      wanted.and("driver is null");
    }
    selection.attemptsBelow().ifPresent(attempts -> wanted.and("attempts < ?", attempts));
    after.ifPresent(id -> wanted.and("id > ?", id));
    if (!areas.isEmpty()) {
      wanted.and(
          "device in (select id from core_device where area = any(?))",
          areas.stream().map(AreaId::value).toList());
    }
    return Availability.told(
        () ->
            sql.rows(
                QuarantineTable.SELECT + wanted.where() + " order by id limit ?",
                QuarantineTable::message,
                wanted.arguments(limit)));
  }

  @Override
  public List<DeviceId> devices(Quarantined.Kind kind, Optional<DeviceId> after, int limit) {
    Conditions wanted = new Conditions();
    wanted.and("kind = ?", kind);
    wanted.and("device is not null");
    after.ifPresent(device -> wanted.and("device > ?", device.value()));
    return Availability.told(
        () ->
            sql.rows(
                "select distinct device from core_quarantine"
                    + wanted.where()
                    + " order by device limit ?",
                row -> new DeviceId(row.text("device")),
                wanted.arguments(limit)));
  }

  @Override
  public List<NetworkId> strangers(Optional<NetworkId> after, int limit) {
    Conditions wanted = new Conditions();
    after.ifPresent(network -> wanted.and("network > ?", network.value()));
    return Availability.told(
        () ->
            sql.rows(
                "select distinct network from core_quarantine_from"
                    + wanted.where()
                    + " order by network limit ?",
                row -> new NetworkId(row.text("network")),
                wanted.arguments(limit)));
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
