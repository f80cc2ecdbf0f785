package org.zhili.persistence.store.internal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Long lists of ids in portions that are asked for one after the other. H2 holds each row it finds
 * against the list once more from its beginning, so that 20,000 at once take seconds.
 */
public final class Portions {
  private static final int MOST = 500;

  private Portions() {}

  /** None for an empty list. */
  public static List<List<String>> of(List<String> ids) {
    return IntStream.range(0, (ids.size() + MOST - 1) / MOST)
        .mapToObj(at -> ids.subList(at * MOST, Math.min(ids.size(), (at + 1) * MOST)))
        .toList();
  }
}
