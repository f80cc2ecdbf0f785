package org.zhili.resources.internal.editions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhili.core.edition.Edition;

/**
 * An edition that was published.
 *
 * @param standing whether it is in force, waits for its day, was followed by another, or was
 *     overtaken by the city pack or by a module
 * @param faults of one in force or waiting: what the pack that came after it lacks
 */
public record EditionView(
    int number,
    LocalDate from,
    String reason,
    String by,
    Instant at,
    Standing standing,
    List<FaultView> faults) {

  /** How it stands today. */
  public enum Standing {
    IN_FORCE,
    WAITING,
    PAST,
    OVERTAKEN
  }

  static EditionView of(Edition edition, Standing standing, List<FaultView> faults) {
    return new EditionView(
        edition.number(),
        edition.from(),
        edition.reason(),
        edition.by(),
        edition.at(),
        standing,
        faults);
  }
}
