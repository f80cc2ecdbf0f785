package org.zhili.core.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhili.alert.Judgment;
import org.zhili.city.Device;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;
import org.zhili.text.Text;

/**
 * Raises {@link DeviceState#OFFLINE} for devices that have fallen quiet; their next message clears
 * it. A device that never spoke is expected from when the watch first found it registered.
 * Thread-safe, and on several nodes at once harmless.
 */
public final class SilenceWatch {
  private static final int PAGE = 200;

  private final IngestStore store;
  private final Sources sources;
  private final StateEditor editor;

  SilenceWatch(IngestStore store, Sources sources, StateEditor editor) {
    this.store = store;
    this.sources = sources;
    this.editor = editor;
  }

  /** What holds for devices of one type at one time. */
  private record Watch(String type, Contribution.Silence silence, Duration quiet, Instant now) {}

  /** Answers the devices behind one, a page at most. */
  @FunctionalInterface
  private interface Pages extends Function<Optional<DeviceId>, List<DeviceId>> {}

  /**
   * Look at all devices; to be called every minute or so.
   *
   * @param now the town's time
   * @throws StoreUnavailable when the store is away; the next call makes up for it
   */
  public void check(Instant now) {
    IngestRules rules = sources.rules().get();
    for (Contribution.Silence silence : sources.judges().silences()) {
      for (String type : silence.deviceTypes()) {
        Duration quiet = rules.silentAfter(type).orElse(silence.quiet());
        Watch watch = new Watch(type, silence, quiet, now);
        Set<String> types = Set.of(type);
        each(after -> store.quiet(types, now.minus(quiet), after, PAGE), watch);
        each(after -> store.unheard(types, after, PAGE), watch);
      }
    }
  }

  private void each(Pages pages, Watch watch) {
    Optional<DeviceId> after = Optional.empty();
    for (; ; ) {
      List<DeviceId> page = pages.apply(after);
      sources.devices().expect(Set.copyOf(page));
      List<Device> devices =
          page.stream()
              .flatMap(id -> sources.devices().find(id).stream())
              .filter(device -> device.type().equals(watch.type()))
              .toList();
      if (!devices.isEmpty()) {
        editor.edit(devices, watch.now(), (draft, book) -> miss(draft, book, watch));
      }
      if (page.size() < PAGE) {
        return;
      }
      after = Optional.of(page.get(page.size() - 1));
    }
  }

  private static void miss(DeviceDraft draft, AlarmBook book, Watch watch) {
    Contribution.Silence silence = watch.silence();
    Optional<ConditionTrack> track = Optional.ofNullable(draft.track(DeviceState.OFFLINE));
    if (track.filter(t -> t.open().isPresent() || t.held().isPresent()).isPresent()) {
      return;
    }
    Optional<Instant> heard =
        draft.lastSeenAt().or(() -> track.flatMap(ConditionTrack::lastNormalAt));
    if (heard.isEmpty()) {
      draft.keep(ConditionTrack.start(DeviceState.OFFLINE, silence.id(), Optional.of(watch.now())));
      draft.touch();
      return;
    }
    // whoever ended the last alert by hand has seen to it until then
    Instant from =
        track
            .flatMap(ConditionTrack::clearedAt)
            .filter(cleared -> cleared.isAfter(heard.get()))
            .orElse(heard.get());
    Instant at = from.plus(watch.quiet());
    if (at.isAfter(watch.now())) {
      return;
    }
    Judgment.Abnormal judgment =
        new Judgment.Abnormal(DeviceState.OFFLINE, silence.severity(), why(watch));
    book.abnormal(
        draft, new Sighting(silence.id(), judgment, Optional.empty(), at, at, watch.now(), false));
    draft.touch();
  }

  private static Text why(Watch watch) {
    Text why = watch.silence().why();
    if (why.arguments().isEmpty() || watch.quiet().equals(watch.silence().quiet())) {
      return why;
    }
    List<String> arguments = new ArrayList<>(why.arguments());
    arguments.set(0, hours(watch.quiet()));
    return new Text(why.key(), arguments);
  }

  private static String hours(Duration time) {
    return BigDecimal.valueOf(time.toMinutes())
        .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
