package org.zhili.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.text.Text;

/**
 * Folds judgments into the track of a condition. Pure functions.
 *
 * <p>Only a judgment newer than all of its kind before it counts towards raising or clearing, once
 * per instant; in the same instant abnormal wins over normal. So the order of delivery and repeated
 * deliveries change nothing. A late abnormal reading is recorded, but raises nothing: the newer one
 * was judged already.
 */
final class ConditionLedger {
  static final Text FLAPPING = Text.of("ingest.suppressed.flapping");
  static final Text LATE = Text.of("ingest.suppressed.late");

  /** How long a cleared condition is remembered, to know a late alarm of it by. */
  private static final Duration MEMORY = Duration.ofDays(1);

  private ConditionLedger() {}

  /**
   * What came of an abnormal judgment.
   *
   * @param escalated the open alert grew worse
   * @param heldUntil the judgment was suppressed, and is to be looked at again then
   */
  record Folded(
      ConditionTrack track,
      Alarm.Disposition disposition,
      Optional<Text> reason,
      boolean escalated,
      Optional<Instant> heldUntil) {
    private static Folded into(ConditionTrack track, Alarm.Disposition disposition) {
      return new Folded(track, disposition, Optional.empty(), false, Optional.empty());
    }

    private static Folded suppressed(
        ConditionTrack track, Text reason, Optional<Instant> heldUntil) {
      return new Folded(track, Alarm.Disposition.SUPPRESSED, Optional.of(reason), false, heldUntil);
    }
  }

  /** Fold an abnormal judgment; {@code opensCase} is what the city wants of a new alert. */
  static Folded abnormal(
      ConditionTrack track,
      Sighting sighting,
      Damping damping,
      boolean opensCase,
      Supplier<UUID> ids) {
    Instant at = sighting.mark();
    boolean counts = !sighting.late() && isAfter(at, track.lastAbnormalAt());
    boolean over = track.clearedAt().isPresent() && !at.isAfter(track.clearedAt().get());
    if (track.open().isPresent()) {
      return merged(track, track.open().get(), sighting, counts, over);
    }
    if (over || (sighting.late() && track.abnormal() == 0)) {
      return Folded.suppressed(track, LATE, Optional.empty());
    }
    if (!counts) {
      return Folded.into(track, Alarm.Disposition.DEBOUNCED);
    }
    ConditionTrack counted = counted(track, sighting);
    if (counted.abnormal() < damping.raiseAfter()) {
      return Folded.into(counted, Alarm.Disposition.DEBOUNCED);
    }
    Optional<Instant> quietUntil = track.clearedAt().map(t -> t.plus(damping.quietAfterClear()));
    if (quietUntil.isPresent() && at.isBefore(quietUntil.get())) {
      return Folded.suppressed(
          held(counted, sighting),
          FLAPPING,
          track.held().isPresent() ? Optional.empty() : quietUntil);
    }
    return Folded.into(
        raised(counted, sighting.judgment().severity(), opensCase, ids), Alarm.Disposition.RAISED);
  }

  /** Fold a normal judgment of the rule that raised the condition. */
  static ConditionTrack normal(ConditionTrack track, Instant at, Damping damping) {
    if (!isAfter(at, track.lastAbnormalAt()) || !isAfter(at, track.lastNormalAt())) {
      return track;
    }
    int normal = Math.min(track.normal() + 1, damping.clearAfter());
    boolean clears = track.open().isPresent() && normal >= damping.clearAfter();
    return new ConditionTrack(
        track.condition(),
        track.rule(),
        0,
        normal,
        track.lastAbnormalAt(),
        Optional.of(at),
        clears ? Optional.of(at) : track.clearedAt(),
        clears ? Optional.empty() : track.open(),
        Optional.empty());
  }

  /** End the open alert, because its case has ended; the condition itself may go on. */
  static ConditionTrack ended(ConditionTrack track, Instant at) {
    return new ConditionTrack(
        track.condition(),
        track.rule(),
        0,
        0,
        track.lastAbnormalAt(),
        track.lastNormalAt(),
        Optional.of(at),
        Optional.empty(),
        Optional.empty());
  }

  /** Raise what was held as flapping, now that its quiet time is over. */
  static ConditionTrack raised(
      ConditionTrack track, Severity severity, boolean opensCase, Supplier<UUID> ids) {
    return new ConditionTrack(
        track.condition(),
        track.rule(),
        0,
        0,
        track.lastAbnormalAt(),
        track.lastNormalAt(),
        track.clearedAt(),
        Optional.of(new ConditionTrack.Open(ids.get(), severity, 1, opensCase)),
        Optional.empty());
  }

  /** Whether nothing of the track can matter to a judgment at that time or later. */
  static boolean forgettable(ConditionTrack track, Instant at, Damping damping) {
    return track.open().isEmpty()
        && track.abnormal() == 0
        && track
            .clearedAt()
            .map(cleared -> !cleared.plus(longer(damping.quietAfterClear())).isAfter(at))
            .orElse(true);
  }

  private static Folded merged(
      ConditionTrack track,
      ConditionTrack.Open open,
      Sighting sighting,
      boolean counts,
      boolean beforeIt) {
    Judgment.Abnormal judgment = sighting.judgment();
    boolean escalated = !beforeIt && judgment.severity().compareTo(open.severity()) > 0;
    ConditionTrack.Open next =
        new ConditionTrack.Open(
            open.alert(),
            escalated ? judgment.severity() : open.severity(),
            open.occurrences() + (counts ? 1 : 0),
            open.opensCase());
    ConditionTrack after =
        new ConditionTrack(
            track.condition(),
            track.rule(),
            0,
            counts ? 0 : track.normal(),
            counts ? Optional.of(sighting.mark()) : track.lastAbnormalAt(),
            track.lastNormalAt(),
            track.clearedAt(),
            Optional.of(next),
            Optional.empty());
    return new Folded(
        after, Alarm.Disposition.MERGED, Optional.empty(), escalated, Optional.empty());
  }

  private static ConditionTrack counted(ConditionTrack track, Sighting sighting) {
    return new ConditionTrack(
        track.condition(),
        sighting.rule(),
        Math.min(track.abnormal() + 1, 1_000_000),
        0,
        Optional.of(sighting.mark()),
        track.lastNormalAt(),
        track.clearedAt(),
        track.open(),
        track.held());
  }

  private static ConditionTrack held(ConditionTrack track, Sighting sighting) {
    Judgment.Abnormal judgment = sighting.judgment();
    return new ConditionTrack(
        track.condition(),
        track.rule(),
        track.abnormal(),
        track.normal(),
        track.lastAbnormalAt(),
        track.lastNormalAt(),
        track.clearedAt(),
        track.open(),
        Optional.of(new ConditionTrack.Held(judgment.severity(), judgment.why(), sighting.mark())));
  }

  private static Duration longer(Duration quiet) {
    return quiet.compareTo(MEMORY) > 0 ? quiet : MEMORY;
  }

  private static boolean isAfter(Instant at, Optional<Instant> before) {
    return before.isEmpty() || at.isAfter(before.get());
  }
}
