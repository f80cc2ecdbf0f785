package org.zhili.itests;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseEngine;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;
import org.zhili.data.Database;
import org.zhili.data.Vendor;
import org.zhili.id.CaseId;
import org.zhili.persistence.ConnectionPool;
import org.zhili.persistence.Durability;
import org.zhili.persistence.JdbcUrl;
import org.zhili.persistence.PersistenceEngine;
import org.zhili.persistence.store.CoreSchema;
import org.zhili.persistence.store.DatabaseStores;

/** The database of a town that has stopped, read by the town's own stores and by plain SQL. */
final class Books implements AutoCloseable {
  private static final int PAGE = 200;

  private final ConnectionPool pool;
  private final PersistenceEngine engine;
  private final Database database;
  private final TownStores stores;
  private final TraceLog trace;
  private final CaseReplay replay;

  /** Open the file, given without {@code .mv.db}. */
  Books(Path file) {
    JdbcUrl url = new JdbcUrl("jdbc:h2:file:" + file.toAbsolutePath());
    pool = ConnectionPool.open(url, "sa", "", ConnectionPool.SMALLEST);
    engine =
        new PersistenceEngine(
            pool.dataSource(), Vendor.H2, Durability.NONE, InstantSource.system());
    database = engine.open(new CoreSchema()).database();
    stores = DatabaseStores.of(database);
    trace = new TraceLog(stores.transactions(), stores.traces());
    CaseTypes types = new CaseTypes(stores.transactions(), stores.types());
    CaseEngine caseEngine = new CaseEngine((start, limits, pauses) -> Optional.empty());
    replay = new CaseReplay(caseEngine, types::of);
  }

  /** A reading of the metric that all devices report with every message. */
  record Reading(String device, Instant at, String flags) {}

  List<Reading> readings() {
    return rows(
        "select device, observed_at, flags from core_telemetry where metric = 'status'",
        row -> new Reading(row.getString(1), time(row, 2), text(row, 3).orElse("")));
  }

  /**
   * An alarm and what became of it.
   *
   * @param metric what was judged; empty when it was time
   */
  record Alarm(
      String device,
      Instant at,
      String metric,
      String became,
      Optional<UUID> alert,
      Optional<String> reason) {
    boolean judgesReading() {
      return !metric.isEmpty();
    }
  }

  List<Alarm> alarms() {
    return rows(
        "select device, observed_at, metric, disposition, alert, reason from core_alarm",
        row ->
            new Alarm(
                row.getString(1),
                time(row, 2),
                row.getString(3),
                row.getString(4),
                text(row, 5).map(UUID::fromString),
                text(row, 6)));
  }

  /** An alert, and how many abnormal readings it stands for. */
  record Alert(
      UUID id, String device, String condition, long occurrences, Optional<Instant> clearedAt) {
    boolean over() {
      return clearedAt.isPresent();
    }
  }

  List<Alert> alerts() {
    return rows(
        "select id, device, condition_code, occurrences, cleared_at from core_alert",
        row ->
            new Alert(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)));
  }

  /** Work that is owed. */
  record Timer(String kind, String key, boolean held, boolean dead, Optional<String> error) {}

  List<Timer> timers() {
    return rows(
        "select kind, timer_key, held_until, died_at, error from core_timer",
        row ->
            new Timer(
                row.getString(1),
                row.getString(2),
                row.getString(3) != null,
                row.getString(4) != null,
                text(row, 5)));
  }

  List<String> quarantined() {
    return rows(
        "select kind, reason, topic from core_quarantine",
        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
  }

  /** How many entries the log of all traces has, and how many it should have. */
  List<Long> traceLength() {
    return rows(
            "select count(*), max(position) from core_trace",
            row -> List.of(row.getLong(1), row.getLong(2)))
        .get(0);
  }

  List<CaseFile> cases() {
    List<CaseFile> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (; ; ) {
      CaseStore.Query every = CaseStore.Query.newest(PAGE);
      CaseStore.Query query =
          new CaseStore.Query(
              every.states(),
              every.standings(),
              every.areas(),
              every.units(),
              every.subject(),
              after,
              PAGE);
      List<CaseFile> page = stores.transactions().run(() -> stores.cases().list(query));
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      after = Optional.of(page.get(PAGE - 1).number());
    }
  }

  TraceLog trace() {
    return trace;
  }

  /** What comes out when the trace is played through the engine again. */
  CaseFile replayed(List<TraceEntry> entries) {
    return replay.replay(entries);
  }

  List<WorkOrder> orders(CaseId id) {
    return stores.transactions().run(() -> stores.orders().of(id));
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, RowReader<T> reader) {
    return database.readJdbc(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql);
              ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(reader.read(rows));
            }
            return all;
          }
        });
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
