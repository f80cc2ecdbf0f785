package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.id.DeviceId;

/**
 * Raises, at the end of its quiet time, what was suppressed as flapping and has not passed since. A
 * device that reports only changes would else stay unheard. Thread-safe and idempotent.
 */
public final class QuietWatch {
  private final Sources sources;
  private final StateEditor editor;

  QuietWatch(Sources sources, StateEditor editor) {
    this.sources = sources;
    this.editor = editor;
  }

  /** Every hold has a timer of its own, so that none falls to another that is just being done. */
  static String key(DeviceId device, String condition, Instant until) {
    return device + " " + condition + " " + until.toEpochMilli();
  }

  /**
   * Handle a timer of kind {@link FollowUp#QUIET_OVER}.
   *
   * @param key the timer's key
   * @param now the town's time
   * @return when to ask again; empty when the timer is done with
   */
  public Optional<Instant> fire(String key, Instant now) {
    String[] parts = key.split(" ", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("not a device, a condition and a time: " + key);
    }
    Optional<Device> device = sources.devices().find(new DeviceId(parts[0]));
    String condition = parts[1];
    List<Instant> again = new ArrayList<>();
    device.ifPresent(
        found ->
            editor.edit(
                List.of(found),
                now,
                (draft, book) -> {
                  again.clear();
                  raise(draft, book, condition, now).ifPresent(again::add);
                }));
    return again.stream().findFirst();
  }

  private Optional<Instant> raise(
      DeviceDraft draft, AlarmBook book, String condition, Instant now) {
    ConditionTrack track = draft.track(condition);
    if (track == null || track.held().isEmpty() || track.open().isPresent()) {
      return Optional.empty();
    }
    Instant due =
        track
            .clearedAt()
            .map(
                cleared ->
                    cleared.plus(
                        sources
                            .rules()
                            .get()
                            .damping(draft.device().type(), condition)
                            .quietAfterClear()))
            .orElse(now);
    if (now.isBefore(due)) {
      return Optional.of(due);
    }
    book.raiseHeld(draft, track, track.held().get());
    draft.touch();
    return Optional.empty();
  }
}
