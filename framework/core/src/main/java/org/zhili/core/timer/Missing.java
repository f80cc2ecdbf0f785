package org.zhili.core.timer;

import java.util.Locale;

/**
 * What work waits for, as operators know it.
 *
 * @param name of the type, reaction, job, chore or year that is not there
 */
public record Missing(Part part, String name) {
  /** What may be away. */
  public enum Part {
    /** A type of case that no module here brings. */
    CASE_TYPE,
    /** The same, while cases of it are halted. */
    HALTED_TYPE,
    /** A module that follows cases. */
    REACTION,
    /** A module that has a job. */
    JOB,
    /** A node that knows a chore. */
    CHORE,
    /** A year of the calendar. */
    YEAR
  }

  /**
   * Read what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static Missing parse(String text) {
    int blank = text.indexOf(' ');
    return new Missing(
        Part.valueOf(text.substring(0, Math.max(0, blank))), text.substring(blank + 1));
  }

  /** The part as keys of messages spell it. */
  public String key() {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return part + " " + name;
  }
}
