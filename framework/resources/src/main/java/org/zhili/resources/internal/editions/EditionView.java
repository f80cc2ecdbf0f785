package org.zhili.resources.internal.editions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An edition that was published.
 *
 * @param standing whether it is in force, waits for its day, was followed by another, or was
 *     overtaken by the city pack or by a module
 * @param makes whether it makes a case type that there was not before
 * @param faults of one in force or waiting: what the pack that came after it lacks
 */
public record EditionView(
    int number,
    LocalDate from,
    String reason,
    String by,
    Instant at,
    Standing standing,
    boolean makes,
    List<FaultView> faults) {

  /** How it stands today. */
  public enum Standing {
    IN_FORCE,
    WAITING,
    PAST,
    OVERTAKEN
  }
}
