package org.zhili.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.Limit;
import org.zhili.casework.Pause;

/** Computes due times; the working calendar in force answers. */
@FunctionalInterface
public interface Deadlines {
  /**
   * Add limits to a start, one after the other, leaving pauses out.
   *
   * @return empty while a pause is open: nobody knows yet
   */
  Optional<Instant> due(Instant start, List<Limit> limits, List<Pause> pauses);
}
