package org.zhili.persistence.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.IngestBatch;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.id.DeviceId;
import org.zhili.persistence.store.internal.AlertTable;
import org.zhili.persistence.store.internal.Availability;
import org.zhili.persistence.store.internal.BatchTable;
import org.zhili.persistence.store.internal.QuarantineTable;
import org.zhili.persistence.store.internal.Sql;
import org.zhili.persistence.store.internal.StateTable;
import org.zhili.persistence.store.internal.TelemetryTable;

/**
 * What came of messages, written a batch at a time.
 *
 * <p>A batch is one transaction and at most eleven statements, whatever its size. Its follow-ups
 * become rows of the timer table.
 */
public final class JdbcIngestStore implements IngestStore {
  /** Old ids of batches are forgotten after every so many writes. */
  private static final int WRITES = 500;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcIngestStore.class);

  private final Sql sql;
  private final BatchTable batches;
  private final StateTable states;
  private final TelemetryTable telemetry;
  private final AlertTable alerts;
  private final QuarantineTable quarantine;
  private final AtomicLong writes = new AtomicLong();

  public JdbcIngestStore(Database database) {
    this.sql = new Sql(database);
    this.batches = new BatchTable(sql);
    this.states = new StateTable(sql);
    this.telemetry = new TelemetryTable(sql);
    this.alerts = new AlertTable(sql);
    this.quarantine = new QuarantineTable(sql);
  }

  @Override
  public Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    return Availability.told(() -> states.load(devices));
  }

  @Override
  public Outcome write(IngestBatch batch) {
    Outcome outcome;
    try {
      outcome = sql.together(() -> writeAll(batch));
    } catch (Overtaken overtaken) {
      return overtaken.conflict;
    } catch (StoreConflict unknown) {
      return new Outcome.Conflict(devices(batch), Set.of());
    }
    if (writes.incrementAndGet() % WRITES == 0) {
      forgetOldBatches();
    }
    return outcome;
  }

  private Outcome writeAll(IngestBatch batch) {
    if (!batches.begin(batch.id())) {
      return new Outcome.Written();
    }
    Set<DeviceId> stale = states.write(batch.states());
    Set<UUID> gone = quarantine.release(batch.released());
    if (!stale.isEmpty() || !gone.isEmpty()) {
      throw new Overtaken(new Outcome.Conflict(stale, gone));
    }
    telemetry.append(batch.telemetry());
    alerts.update(batch.updates()); // first: what is over makes room for what is raised
    alerts.raise(batch.raised());
    alerts.note(batch.alarms());
    quarantine.keep(batch.quarantined());
    batches.owe(batch.followUps());
    return new Outcome.Written();
  }

  private static Set<DeviceId> devices(IngestBatch batch) {
    Set<DeviceId> devices = new HashSet<>();
    batch.states().forEach(state -> devices.add(state.device()));
    batch.raised().forEach(alert -> devices.add(alert.device().id()));
    return devices;
  }

  private void forgetOldBatches() {
    try {
      Availability.told(batches::forgetOld);
    } catch (StoreUnavailable | DatabaseFailure later) {
      LOG.debug("ids of old batches are forgotten later", later);
    }
  }

  @Override
  public void park(Quarantined message) {
    Availability.told(
        () ->
            sql.together(
                () -> {
                  quarantine.keep(List.of(message));
                  return message;
                }));
  }

  @Override
  public int forgetReadings(Instant receivedBefore, int limit) {
    return Availability.told(() -> telemetry.forget(receivedBefore, limit));
  }

  @Override
  public int forgetAlarms(Instant receivedBefore, int limit) {
    return Availability.told(() -> alerts.forgetAlarms(receivedBefore, limit));
  }

  @Override
  public List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return Availability.told(() -> states.quiet(deviceTypes, lastSeenBefore, after, limit));
  }

  @Override
  public List<DeviceId> unheard(Set<String> deviceTypes, Optional<DeviceId> after, int limit) {
    return Availability.told(() -> states.unheard(deviceTypes, after, limit));
  }

  @Override
  public Optional<Alert> alert(UUID id) {
    return Availability.told(() -> alerts.find(id));
  }

  @Override
  public List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit) {
    return Availability.told(() -> alerts.alarms(device, after, limit));
  }

  /** Rolls the transaction back on its way to becoming an answer. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Conflict conflict;

    Overtaken(Outcome.Conflict conflict) {
      super("somebody else was faster", null, false, false);
      this.conflict = conflict;
    }
  }
}
