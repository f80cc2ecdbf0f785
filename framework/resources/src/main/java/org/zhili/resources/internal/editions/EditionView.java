package org.zhili.resources.internal.editions;

import java.time.Instant;
import java.time.LocalDate;
import org.zhili.core.edition.Edition;

/**
 * An edition that was published.
 *
 * @param standing whether it is in force, waits for its day, was followed by another, or was
 *     overtaken by the city pack or by a module
 */
public record EditionView(
    int number, LocalDate from, String reason, String by, Instant at, Standing standing) {

  /** How it stands today. */
  public enum Standing {
    IN_FORCE,
    WAITING,
    PAST,
    OVERTAKEN
  }

  static EditionView of(Edition edition, Standing standing) {
    return new EditionView(
        edition.number(), edition.from(), edition.reason(), edition.by(), edition.at(), standing);
  }
}
