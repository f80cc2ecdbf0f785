package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.zhili.core.city.DeviceQuery;
import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * Keeps in memory what ingestion stores, by the rules of {@link IngestStoreContract}, {@link
 * AlertStoreContract} and {@link QuarantineStoreContract}.
 */
public final class InMemoryIngestStore implements IngestStore, QuarantineStore, StoredMessages {
  private final Map<DeviceId, DeviceState> states = new HashMap<>();
  private final Map<TelemetryKey, Telemetry> telemetry = new LinkedHashMap<>();
  private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();
  private final InMemoryQuarantine quarantine;
  private final Map<List<String>, FollowUp> followUps = new LinkedHashMap<>();
  private final Set<UUID> batches = new HashSet<>();
  private final RegisterStore registers;

  /** In a city that has registered no device. */
  public InMemoryIngestStore() {
    this(new InMemoryRegisterStore(new InMemoryTransactions()));
  }

  public InMemoryIngestStore(RegisterStore registers) {
    this.registers = registers;
    quarantine = new InMemoryQuarantine(registers);
  }

  private record TelemetryKey(DeviceId device, String metric, Instant observedAt) {}

  private record AlarmKey(
      DeviceId device, String rule, String condition, String metric, Instant observedAt) {}

  private record OpenKey(DeviceId device, String condition) {}

  @Override
  public synchronized Map<DeviceId, DeviceState> load(Set<DeviceId> devices) {
    Map<DeviceId, DeviceState> found = new HashMap<>(states);
    found.keySet().retainAll(devices);
    return found;
  }

  @Override
  public synchronized Outcome write(IngestBatch batch) {
    if (batches.contains(batch.id())) {
      return new Outcome.Written();
    }
    Set<DeviceId> stale = new HashSet<>();
    for (DeviceState state : batch.states()) {
      DeviceState known = states.get(state.device());
      if ((known == null ? 0 : known.revision()) != state.revision() - 1) {
        stale.add(state.device());
      }
    }
    Set<UUID> gone = new HashSet<>(batch.released());
    gone.removeAll(quarantine.rows().keySet());
    if (opensTwice(batch)) {
      batch.states().forEach(state -> stale.add(state.device()));
      batch.raised().forEach(alert -> stale.add(alert.device().id()));
    }
    if (!stale.isEmpty() || !gone.isEmpty()) {
      return new Outcome.Conflict(stale, gone);
    }
    batches.add(batch.id());
    apply(batch);
    return new Outcome.Written();
  }

  private boolean opensTwice(IngestBatch batch) {
    Map<UUID, Alert> after = new HashMap<>(alerts);
    batch.raised().forEach(alert -> after.put(alert.id(), alert));
    batch
        .updates()
        .forEach(update -> after.computeIfPresent(update.alert(), (id, a) -> a.after(update)));
    Set<OpenKey> open = new HashSet<>();
    return after.values().stream()
        .filter(alert -> alert.clearedAt().isEmpty())
        .anyMatch(alert -> !open.add(new OpenKey(alert.device().id(), alert.condition())));
  }

  private void apply(IngestBatch batch) {
    batch.states().forEach(state -> states.put(state.device(), state));
    for (Telemetry row : batch.telemetry()) {
      telemetry.putIfAbsent(new TelemetryKey(row.device(), row.metric(), row.observedAt()), row);
    }
    batch.raised().forEach(alert -> alerts.put(alert.id(), alert));
    batch
        .updates()
        .forEach(
            update -> alerts.computeIfPresent(update.alert(), (id, alert) -> alert.after(update)));
    for (Alarm alarm : batch.alarms()) {
      alarms.putIfAbsent(
          new AlarmKey(
              alarm.device(), alarm.rule(), alarm.condition(), alarm.metric(), alarm.observedAt()),
          alarm);
    }
    batch.released().forEach(quarantine.rows()::remove);
    batch.quarantined().forEach(message -> quarantine.rows().put(message.id(), message));
    for (FollowUp followUp : batch.followUps()) {
      followUps.putIfAbsent(List.of(followUp.kind(), followUp.key()), followUp);
    }
  }

  @Override
  public synchronized void park(Quarantined message) {
    quarantine.rows().put(message.id(), message);
  }

  @Override
  public synchronized List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit) {
    return states.values().stream()
        .filter(state -> deviceTypes.contains(state.type()) && !state.offline())
        .filter(state -> state.lastSeenAt().filter(lastSeenBefore::isAfter).isPresent())
        .map(DeviceState::device)
        .filter(device -> after.isEmpty() || device.compareTo(after.get()) > 0)
        .sorted()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<DeviceId> unheard(
      Set<String> deviceTypes, Optional<DeviceId> after, int limit) {
    return registers.devices(DeviceQuery.in(Set.of()), after, Integer.MAX_VALUE).stream()
        .filter(device -> deviceTypes.contains(device.type()))
        .map(d -> states.getOrDefault(d.id(), DeviceState.unheard(d.id(), d.type())))
        .filter(state -> state.lastSeenAt().isEmpty() && !state.offline())
        .map(DeviceState::device)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Alert> alert(UUID id) {
    return Optional.ofNullable(alerts.get(id));
  }

  @Override
  public synchronized List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit) {
    return alarms(device).stream()
        .filter(alarm -> after.isEmpty() || alarm.key().compareTo(after.get()) > 0)
        .sorted(Comparator.comparing(Alarm::key))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Quarantined> find(UUID id) {
    return Optional.ofNullable(quarantine.rows().get(id));
  }

  @Override
  public synchronized List<Quarantined> list(
      Selection selection, Set<AreaId> areas, Optional<UUID> after, int limit) {
    return quarantine.list(selection, areas, after, limit);
  }

  @Override
  public synchronized List<DeviceId> devices(
      Quarantined.Kind kind, Optional<DeviceId> after, int limit) {
    return quarantine.devices(kind, after, limit);
  }

  @Override
  public synchronized List<NetworkId> strangers(Optional<NetworkId> after, int limit) {
    return quarantine.strangers(after, limit);
  }

  @Override
  public synchronized int discard(Set<UUID> ids) {
    return quarantine.discard(ids);
  }

  @Override
  public synchronized Pruned prune(Instant receivedBefore, long maxBytes) {
    return quarantine.prune(receivedBefore, maxBytes);
  }

  /** All telemetry, in the order of writing. */
  public synchronized List<Telemetry> telemetry() {
    return List.copyOf(telemetry.values());
  }

  @Override
  public synchronized List<Telemetry> telemetry(DeviceId device) {
    return telemetry.values().stream().filter(row -> row.device().equals(device)).toList();
  }

  /** Whether the history has this value. */
  public synchronized boolean hasTelemetry(DeviceId device, String metric, Instant observedAt) {
    return telemetry.containsKey(new TelemetryKey(device, metric, observedAt));
  }

  /** All alarms, in the order of writing. */
  public synchronized List<Alarm> alarms() {
    return List.copyOf(alarms.values());
  }

  @Override
  public synchronized List<Alarm> alarms(DeviceId device) {
    return alarms.values().stream().filter(alarm -> alarm.device().equals(device)).toList();
  }

  @Override
  public synchronized int forgetReadings(Instant receivedBefore, int limit) {
    return forget(telemetry.values(), Telemetry::receivedAt, receivedBefore, limit);
  }

  @Override
  public synchronized int forgetAlarms(Instant receivedBefore, int limit) {
    return forget(alarms.values(), Alarm::receivedAt, receivedBefore, limit);
  }

  private static <T> int forget(
      Collection<T> rows, Function<T, Instant> receivedAt, Instant before, int limit) {
    List<T> old =
        rows.stream().filter(row -> receivedAt.apply(row).isBefore(before)).limit(limit).toList();
    rows.removeAll(old);
    return old.size();
  }

  /** All alerts, in the order of writing. */
  public synchronized List<Alert> alerts() {
    return List.copyOf(alerts.values());
  }

  /** Alerts that are not over. */
  public synchronized List<Alert> openAlerts() {
    return alerts.values().stream().filter(alert -> alert.clearedAt().isEmpty()).toList();
  }

  public synchronized List<Quarantined> quarantined() {
    return List.copyOf(quarantine.rows().values());
  }

  /** Waiting follow-ups, in the order of writing. */
  @Override
  public synchronized List<FollowUp> followUps() {
    return new ArrayList<>(followUps.values());
  }

  /** Take the waiting follow-ups away, as workers do. */
  public synchronized List<FollowUp> takeFollowUps() {
    List<FollowUp> all = new ArrayList<>(followUps.values());
    followUps.clear();
    return all;
  }

  /** How many batches were written. */
  public synchronized int batches() {
    return batches.size();
  }
}
