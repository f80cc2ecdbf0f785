package org.zhili.core.town;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.ingest.IngestBatch;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.id.DeviceId;

/** The ingestion fake with its follow-ups in the timer table, as a database has them. */
final class FollowingIngestStore implements IngestStore {
  private final InMemoryIngestStore store;
  private final Transactions transactions;
  private final TimerStore timers;

  FollowingIngestStore(InMemoryIngestStore store, Transactions transactions, TimerStore timers) {
    this.store = store;
    this.transactions = transactions;
    this.timers = timers;
  }

  @Override
  public Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    return store.load(devices);
  }

  @Override
  public synchronized Outcome write(IngestBatch batch) {
    Outcome outcome = store.write(batch);
    store
        .takeFollowUps()
        .forEach(
            f ->
                transactions.run(
                    () -> timers.add(new NewTimer(f.kind(), f.key(), f.lane(), f.dueAt()))));
    return outcome;
  }

  @Override
  public void park(Quarantined message) {
    store.park(message);
  }

  @Override
  public List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return store.quiet(deviceTypes, lastSeenBefore, after, limit);
  }

  @Override
  public Optional<Alert> alert(UUID id) {
    return store.alert(id);
  }

  @Override
  public List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit) {
    return store.alarms(device, after, limit);
  }

  @Override
  public int forgetReadings(Instant receivedBefore, int limit) {
    return store.forgetReadings(receivedBefore, limit);
  }

  @Override
  public int forgetAlarms(Instant receivedBefore, int limit) {
    return store.forgetAlarms(receivedBefore, limit);
  }
}
