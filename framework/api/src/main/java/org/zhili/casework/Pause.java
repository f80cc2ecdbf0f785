package org.zhili.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which the clocks of a case stood still.
 *
 * @param byTown nobody decided it: the module that brings the type of the case was away
 */
public record Pause(Instant from, Optional<Instant> until, String reason, boolean byTown) {
  /** One that somebody decided. */
  public Pause(Instant from, Optional<Instant> until, String reason) {
    this(from, until, reason, false);
  }

  /** The same, but over. */
  public Pause endedAt(Instant at) {
    return new Pause(from, Optional.of(at), reason, byTown);
  }
}
