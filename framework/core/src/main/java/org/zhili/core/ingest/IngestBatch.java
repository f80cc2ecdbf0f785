package org.zhili.core.ingest;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything one transaction writes.
 *
 * @param id names the batch, so that writing it twice is writing it once
 * @param states new states, each with a revision one above the stored one, sorted by device
 * @param telemetry history; a key may come twice, the first stands
 * @param raised new alerts
 * @param updates changes of stored alerts, one per alert
 * @param released quarantined messages that leave the quarantine
 * @param quarantined messages to keep, after {@code released} has been removed
 */
public record IngestBatch(
    UUID id,
    List<DeviceState> states,
    List<Telemetry> telemetry,
    List<Alert> raised,
    List<AlertUpdate> updates,
    List<Alarm> alarms,
    Set<UUID> released,
    List<Quarantined> quarantined,
    List<FollowUp> followUps) {
  public IngestBatch {
    states = List.copyOf(states);
    telemetry = List.copyOf(telemetry);
    raised = List.copyOf(raised);
    updates = List.copyOf(updates);
    alarms = List.copyOf(alarms);
    released = Set.copyOf(released);
    quarantined = List.copyOf(quarantined);
    followUps = List.copyOf(followUps);
  }
}
