package org.zhili.core.ingest;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.core.ingest.Telemetry.Flag;
import org.zhili.device.Reading;
import org.zhili.device.Value;

/** Decides whether a value can be believed. Pure functions. */
final class Plausibility {
  /** A jump further than this is not believed, in metres. */
  static final double MAX_JUMP = 500;

  /** After this time the last position of a device nobody placed on the map is no measure. */
  static final Duration FORGET_POSITION = Duration.ofDays(1);

  private static final double METRES_PER_DEGREE = 111_195;
  private static final EnumSet<Flag> DOUBTS =
      EnumSet.of(Flag.IMPOSSIBLE, Flag.POSITION_JUMP, Flag.UNDECLARED);

  private Plausibility() {}

  /** Add what speaks against the value. */
  static void examine(
      Reading timed,
      IngestRules rules,
      Optional<Value.Position> registered,
      @Nullable Latest latest,
      EnumSet<Flag> flags) {
    if (timed.value() instanceof Value.Measure measure) {
      if (!rules.isPossible(timed.metric(), measure.value())) {
        flags.add(Flag.IMPOSSIBLE);
      }
    } else if (timed.value() instanceof Value.Position position) {
      if (position.latitude() == 0 && position.longitude() == 0) {
        flags.add(Flag.IMPOSSIBLE);
      } else if (jumps(position, registered.or(() -> recent(timed, latest)))) {
        flags.add(Flag.POSITION_JUMP);
      }
    }
  }

  /** Whether a reading with these flags may change state or raise anything. */
  static boolean believed(EnumSet<Flag> flags) {
    for (Flag flag : flags) {
      if (DOUBTS.contains(flag)) {
        return false;
      }
    }
    return true;
  }

  private static boolean jumps(Value.Position position, Optional<Value.Position> expected) {
    return expected.isPresent() && metres(position, expected.get()) > MAX_JUMP;
  }

  private static Optional<Value.Position> recent(Reading timed, @Nullable Latest latest) {
    if (latest == null
        || !(latest.reading().value() instanceof Value.Position position)
        || Duration.between(latest.mark(), timed.observedAt()).compareTo(FORGET_POSITION) > 0) {
      return Optional.empty();
    }
    return Optional.of(position);
  }

  /** Near enough for a city: the earth as a plane. */
  static double metres(Value.Position a, Value.Position b) {
    double north = (a.latitude() - b.latitude()) * METRES_PER_DEGREE;
    double across = Math.abs(a.longitude() - b.longitude());
    double east =
        Math.min(across, 360 - across)
            * METRES_PER_DEGREE
            * Math.cos(Math.toRadians((a.latitude() + b.latitude()) / 2));
    return Math.hypot(north, east);
  }
}
