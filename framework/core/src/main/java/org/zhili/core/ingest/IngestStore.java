package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;

/**
 * Where the pipeline keeps what it made of messages.
 *
 * <p>Thread-safe, and shared by all nodes. Every method throws {@link StoreUnavailable} when it is
 * worth repeating, and another exception when it is not.
 */
public interface IngestStore {
  /** Read the states of those devices that have one, in one query. */
  Map<DeviceId, DeviceState> load(Set<DeviceId> devices);

  /**
   * Write a batch in one transaction: all of it or nothing.
   *
   * <p>A batch that was written already, by its id, is {@link Outcome.Written} and changes nothing;
   * ids are remembered for a day at least. A state is written only over the revision before its own
   * (none for revision 1). Telemetry and alarms whose keys exist are passed over. So are follow-ups
   * whose kind and key are waiting; those of one lane are done in the order of the batch. A lock or
   * key conflict between nodes is a {@link Outcome.Conflict} too.
   */
  Outcome write(IngestBatch batch);

  /**
   * Keep a message that could not be written otherwise, in a transaction of its own. One with its
   * id that is in quarantine already is replaced.
   */
  void park(Quarantined message);

  /**
   * Find devices of these types that have spoken, but not since that time, and have no open {@link
   * DeviceState#OFFLINE} alert.
   *
   * @param after continue behind this device
   * @return at most {@code limit}, ordered by id
   */
  List<DeviceId> quiet(
      Set<String> deviceTypes, Instant lastSeenBefore, Optional<DeviceId> after, int limit);

  /**
   * Find registered devices of these types that have never spoken, and have no open {@link
   * DeviceState#OFFLINE} alert.
   *
   * @param after continue behind this device
   * @return at most {@code limit}, ordered by id
   */
  List<DeviceId> unheard(Set<String> deviceTypes, Optional<DeviceId> after, int limit);

  Optional<Alert> alert(UUID id);

  /**
   * Read what became of a device's alarms.
   *
   * @param after continue behind this one
   * @return at most {@code limit}, in the order of their keys
   */
  List<Alarm> alarms(DeviceId device, Optional<Alarm.Key> after, int limit);

  /** Delete at most {@code limit} readings received before then; answers how many. */
  int forgetReadings(Instant receivedBefore, int limit);

  /** Delete at most {@code limit} alarms received before then; answers how many. */
  int forgetAlarms(Instant receivedBefore, int limit);

  /** What became of a batch. */
  sealed interface Outcome {
    record Written() implements Outcome {}

    /**
     * Somebody else was faster; nothing was written.
     *
     * @param devices devices whose stored revision is another than expected; all of the batch's
     *     when the store cannot tell
     * @param gone released messages that are in quarantine no more
     */
    record Conflict(Set<DeviceId> devices, Set<UUID> gone) implements Outcome {
      public Conflict {
        devices = Set.copyOf(devices);
        gone = Set.copyOf(gone);
      }
    }
  }
}
