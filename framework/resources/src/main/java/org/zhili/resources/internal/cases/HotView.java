package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * Of what there were most cases in a stretch of time, against the one of the same length before it.
 *
 * @param before where the one before begins; it ends with {@code from}
 */
public record HotView(Instant before, Instant from, Instant until, List<Row> rows) {
  /**
   * An area or a type.
   *
   * @param id of the area; of the type, and behind a slash its filing
   * @param percent by how much it changed; empty where there were none before
   */
  public record Row(
      String id, Wording name, long now, long before, long change, Optional<Long> percent) {
    static Row of(String id, Wording name, long now, long before) {
      return new Row(
          id,
          name,
          now,
          before,
          now - before,
          before == 0
              ? Optional.empty()
              : Optional.of(Math.round(100.0 * (now - before) / before)));
    }
  }
}
