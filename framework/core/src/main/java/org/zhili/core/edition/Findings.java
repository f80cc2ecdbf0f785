package org.zhili.core.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseFile;
import org.zhili.id.UnitId;

/**
 * What a draft would have made of the cases of a stretch of time.
 *
 * @param all sums over all cases
 * @param byType the same for each case type, by its id
 * @param samples the first of those that come out otherwise
 */
public record Findings(Sums all, List<OfType> byType, List<Finding> samples) {
  public Findings {
    byType = List.copyOf(byType);
    samples = List.copyOf(samples);
  }

  /** The sums of one case type. */
  public record OfType(String type, Sums sums) {}

  /**
   * How many cases.
   *
   * @param different those that come out otherwise in any way
   * @param due a due time is another
   * @param overdueBefore a milestone was or is late by what is in force
   * @param overdueAfter the same by the draft
   * @param lead another unit would lead
   * @param gone nothing in the draft answers for them any more
   * @param renamed another row of the catalogue answers, with the same unit
   * @param blocked the draft would not have let them go the way they went
   * @param unknown working time would reach into a year without days
   */
  public record Sums(
      long cases,
      long different,
      long due,
      long overdueBefore,
      long overdueAfter,
      long lead,
      long gone,
      long renamed,
      long blocked,
      long unknown) {}

  /** What else the draft makes of a case. */
  public enum Turn {
    NONE,
    GONE,
    RENAMED,
    BLOCKED,
    UNKNOWN
  }

  /** One case, as it is and as it would have been. */
  public record Finding(
      CaseFile file,
      List<Due> dues,
      boolean overdueBefore,
      boolean overdueAfter,
      Optional<UnitId> leadBefore,
      Optional<UnitId> leadAfter,
      Turn turn) {
    public Finding {
      dues = List.copyOf(dues);
    }

    boolean different() {
      return !dues.isEmpty()
          || overdueBefore != overdueAfter
          || !leadBefore.equals(leadAfter)
          || turn != Turn.NONE;
    }
  }

  /**
   * A milestone that falls due at another time.
   *
   * @param before empty where there was no such milestone, or nobody knows
   * @param after the same by the draft
   */
  public record Due(String milestone, Optional<Instant> before, Optional<Instant> after) {}
}
