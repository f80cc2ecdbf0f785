package org.zhili.core.ingest;

import java.time.Instant;
import org.zhili.device.Reading;

/** The newest believed reading of a metric, and when its message reached the town. */
public record Latest(Reading reading, Instant receivedAt) {
  /**
   * The time that a newer reading has to reach. A device whose clock ran ahead is not held to its
   * own future.
   */
  Instant mark() {
    return TimePolicy.mark(reading, receivedAt);
  }
}
