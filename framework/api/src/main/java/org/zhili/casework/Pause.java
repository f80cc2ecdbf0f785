package org.zhili.casework;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time in which the clocks of a case stood still. */
public record Pause(Instant from, Optional<Instant> until, String reason) {}
