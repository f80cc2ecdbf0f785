package org.zhili.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock of one milestone: a budget, never a date. The due time is computed from it, the pauses
 * of the case and the working calendar, so that a changed calendar recomputes and nothing is
 * patched.
 *
 * @param extensions time given on top, in order
 */
public record MilestoneClock(
    String milestone,
    Limit limit,
    List<Limit> extensions,
    Instant startedAt,
    Optional<Instant> metAt) {
  public MilestoneClock {
    extensions = List.copyOf(extensions);
  }
}
