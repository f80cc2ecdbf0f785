package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.core.ingest.DeviceState;
import org.zhili.id.DeviceId;
import org.zhili.persistence.store.internal.Bulk.Kind;

/**
 * States of devices, each written only over the revision before its own.
 *
 * <p>Rows are locked in the order of devices, so nodes that share devices queue up instead of
 * waiting for each other crosswise.
 */
public final class StateTable {
  private static final Bulk<DeviceState> ROWS =
      new Bulk<DeviceState>()
          .with("device", Kind.TEXT, state -> state.device().value())
          .with("type", Kind.TEXT, DeviceState::type)
          .with("revision", Kind.LONG, DeviceState::revision)
          .with("last_seen_at", Kind.TIME, DeviceState::lastSeenAt)
          .with("offline", Kind.TRUTH, DeviceState::offline)
          .with("state", Kind.TEXT, StateDocument::write);

  /** A row that was added had no revision before, which only the first may claim. */
  private static final String WRITE_POSTGRESQL =
      "insert into core_device_state as s ("
          + ROWS.names()
          + ") select * from "
          + ROWS.rows()
          + " on conflict (device) do update set type = excluded.type,"
          + " revision = excluded.revision, last_seen_at = excluded.last_seen_at,"
          + " offline = excluded.offline, state = excluded.state"
          + " where s.revision = excluded.revision - 1"
          + " returning s.device, s.revision, s.xmax = 0 as added";

  private static final String WRITE_H2 =
      "merge into core_device_state s using (values ("
          + ROWS.row()
          + ")) given ("
          + ROWS.names()
          + ") on s.device = given.device"
          + " when matched and s.revision = given.revision - 1 then update set"
          + " type = given.type, revision = given.revision, last_seen_at = given.last_seen_at,"
          + " offline = given.offline, state = given.state"
          + " when not matched and given.revision = 1 then insert ("
          + ROWS.names()
          + ") values ("
          + ROWS.names("given.")
          + ")";

  private static final String QUIET =
      "select device from core_device_state where device > ? and type = any(?)"
          + " and last_seen_at < ? and not offline order by device limit ?";

  private static final String UNHEARD =
      "select d.id from core_device d left join core_device_state s on s.device = d.id"
          + " where d.id > ? and d.type = any(?) and s.last_seen_at is null"
          + " and (s.device is null or not s.offline) order by d.id limit ?";

  private final Sql sql;

  public StateTable(Sql sql) {
    this.sql = sql;
  }

  public Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    Map<DeviceId, DeviceState> states = new HashMap<>();
    if (!devices.isEmpty()) {
      sql.rows(
              "select device, type, revision, last_seen_at, state from core_device_state"
                  + " where device = any(?)",
              StateTable::state,
              devices.stream().map(DeviceId::value).toList())
          .forEach(state -> states.put(state.device(), state));
    }
    return states;
  }

  private static DeviceState state(Row row) throws SQLException {
    return StateDocument.read(
        row.text("state"),
        new DeviceId(row.text("device")),
        row.text("type"),
        row.number("revision"),
        row.maybeTime("last_seen_at"));
  }

  /** Write states, and answer the devices whose stored revision was another than expected. */
  public Set<DeviceId> write(List<DeviceState> states) {
    Set<DeviceId> stale = new HashSet<>();
    if (states.isEmpty()) {
      return stale;
    }
    if (sql.onPostgres()) {
      states.forEach(state -> stale.add(state.device()));
      sql.bulk(ROWS, WRITE_POSTGRESQL, states, StateTable::written)
          .forEach(device -> device.ifPresent(stale::remove));
      return stale;
    }
    int[] touched = sql.bulk(ROWS, WRITE_H2, states);
    for (int i = 0; i < touched.length; i++) {
      if (touched[i] == 0) {
        stale.add(states.get(i).device());
      }
    }
    return stale;
  }

  private static Optional<DeviceId> written(Row row) throws SQLException {
    boolean rightly = !row.truth("added") || row.number("revision") == 1;
    return rightly ? Optional.of(new DeviceId(row.text("device"))) : Optional.empty();
  }

  public List<DeviceId> quiet(
      Set<String> types, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return types.isEmpty()
        ? List.of()
        : sql.rows(
            QUIET,
            row -> new DeviceId(row.text("device")),
            after.map(DeviceId::value).orElse(""),
            types,
            lastSeenBefore,
            limit);
  }

  public List<DeviceId> unheard(Set<String> types, Optional<DeviceId> after, int limit) {
    return types.isEmpty()
        ? List.of()
        : sql.rows(
            UNHEARD,
            row -> new DeviceId(row.text("id")),
            after.map(DeviceId::value).orElse(""),
            types,
            limit);
  }
}
