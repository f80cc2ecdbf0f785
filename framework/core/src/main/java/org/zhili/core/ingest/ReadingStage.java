package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

/**
 * The second stage: from believed senders to telemetry and state, one batch at a time. For one
 * thread.
 */
final class ReadingStage {
  private final Devices devices;
  private final Map<DeviceId, DeviceState> states;
  private final IngestRules rules;
  private final Instant now;
  private final Redeliveries redeliveries;
  private final Map<DeviceId, DeviceDraft> drafts = new HashMap<>();
  private final List<Telemetry> telemetry = new ArrayList<>();

  /**
   * Begin a batch.
   *
   * @param redeliveries of this batch
   */
  ReadingStage(
      Devices devices,
      Map<DeviceId, DeviceState> states,
      Redeliveries redeliveries,
      IngestRules rules,
      Instant now) {
    this.devices = devices;
    this.states = states;
    this.redeliveries = redeliveries;
    this.rules = rules;
    this.now = now;
  }

  List<Telemetry> telemetry() {
    return telemetry;
  }

  /** The states to be written, sorted by device. */
  List<DeviceState> states() {
    return drafts.values().stream()
        .filter(DeviceDraft::touched)
        .map(DeviceDraft::finish)
        .sorted((one, other) -> one.device().compareTo(other.device()))
        .toList();
  }

  /**
   * Take up the next message for all devices it speaks for.
   *
   * @return whether it was news for any of them, or for the quarantine
   */
  boolean take(Item item, AlarmBook book, Docket docket) {
    boolean news = item.senders().isEmpty();
    long hash = Fingerprint.of(item.entry().message());
    for (Device sender : item.senders().values()) {
      DeviceDraft draft = draft(sender);
      if (!isRepeat(item, draft, hash)) {
        news = true;
        hear(item, draft, hash, book);
        for (Reading reading : item.readings()) {
          if (reading.device().equals(sender.id())) {
            take(item, draft, reading, docket);
          }
        }
      }
    }
    return news;
  }

  /**
   * A message with its own time is the same whenever it comes again; one without may be new with
   * the same bytes, unless it comes again as part of what was heard last.
   */
  private boolean isRepeat(Item item, DeviceDraft draft, long hash) {
    if (redeliveries.next(draft.device().id(), draft.recent())) {
      return true;
    }
    return !item.entry().replayed()
        && draft.recent().contains(hash)
        && (item.entry().message().retained() || hasOwnTime(item.readings()));
  }

  private static boolean hasOwnTime(List<Reading> readings) {
    for (Reading reading : readings) {
      if (reading.timeSource() == TimeSource.RECEIVED) {
        return false;
      }
    }
    return !readings.isEmpty();
  }

  private static void hear(Item item, DeviceDraft draft, long hash, AlarmBook book) {
    IncomingMessage message = item.entry().message();
    draft.touch();
    draft.remember(hash);
    if (!message.retained()) {
      draft.spoke(message.receivedAt());
      book.spoke(draft, message.receivedAt());
    }
  }

  private void take(Item item, DeviceDraft draft, Reading reading, Docket docket) {
    IncomingMessage message = item.entry().message();
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    Latest latest = draft.latest(reading.metric());
    Latest last = item.entry().stored() ? null : draft.last(reading.metric());
    Reading timed = clean(TimePolicy.timed(reading, message.receivedAt(), last, now, flags));
    boolean late = TimePolicy.late(timed, latest);
    if (late) {
      flags.add(Flag.LATE);
    }
    if (message.retained()) {
      flags.add(Flag.RETAINED);
    }
    if (!item.declares(timed.metric())) {
      flags.add(Flag.UNDECLARED);
    }
    Plausibility.examine(timed, rules, draft.device().position(), latest, flags);
    telemetry.add(
        new Telemetry(
            timed.device(),
            timed.metric(),
            timed.value(),
            timed.observedAt(),
            message.receivedAt(),
            timed.timeSource(),
            flags));
    if (Plausibility.believed(flags)) {
      believe(item, draft, timed, late, docket);
    } else {
      draft.doubt(new Latest(timed, message.receivedAt()));
    }
  }

  private static void believe(
      Item item, DeviceDraft draft, Reading timed, boolean late, Docket docket) {
    IncomingMessage message = item.entry().message();
    Latest latest = draft.latest(timed.metric());
    if (!late && isNews(timed, latest, message.retained())) {
      draft.believe(new Latest(timed, message.receivedAt()));
    }
    if (!message.retained()) {
      Optional<Reading> previous =
          late || latest == null ? Optional.empty() : Optional.of(latest.reading());
      docket.enter(draft, item, timed, previous, late);
    }
  }

  /** A retained message without its own time is older than whatever is known. */
  private static boolean isNews(Reading timed, @Nullable Latest latest, boolean retained) {
    return latest == null
        || (!timed.observedAt().equals(latest.reading().observedAt())
            && !(retained && timed.timeSource() == TimeSource.RECEIVED));
  }

  private static Reading clean(Reading timed) {
    var value = Wellformed.value(timed.value());
    return value == timed.value()
        ? timed
        : new Reading(
            timed.device(), timed.metric(), value, timed.observedAt(), timed.timeSource());
  }

  private DeviceDraft draft(Device device) {
    DeviceDraft draft = drafts.get(device.id());
    if (draft == null) {
      draft =
          new DeviceDraft(device, device.asset().flatMap(devices::asset), states.get(device.id()));
      drafts.put(device.id(), draft);
    }
    return draft;
  }
}
