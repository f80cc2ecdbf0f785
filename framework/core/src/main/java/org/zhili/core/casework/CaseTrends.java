package org.zhili.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.Standing;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/** How cases come and go. Every call joins the transaction of its caller. */
public interface CaseTrends {
  /** Cases that were no matter of their own; they count as none. */
  Set<Standing> NONE = Set.of(Standing.NOT_ACCEPTED, Standing.VOID, Standing.MERGED);

  /** By what cases are counted. */
  enum By {
    AREA,
    TYPE
  }

  /** How many cases were reported, by area or by type and filing; what had none is left out. */
  List<Count> reported(By by, Stretch stretch, Of of);

  /** How many cases were reported, and how many were closed, from a time until another. */
  Flow flow(Instant from, Instant until, Of of);

  /**
   * Which cases.
   *
   * @param areas only those that lie there; none for anywhere
   * @param units only those that one of these units has a part in; none for anyone's
   */
  record Of(Set<AreaId> areas, Set<UnitId> units) {
    public static final Of ALL = new Of(Set.of(), Set.of());

    public Of {
      areas = Set.copyOf(areas);
      units = Set.copyOf(units);
    }
  }

  /** A stretch of time, and the one before it, which ends as it begins. */
  record Stretch(Instant before, Instant from, Instant until) {}

  /**
   * How many were reported in a stretch of time, and in the one before it.
   *
   * @param name an area or a type
   * @param filing of that type; empty where a case has none
   */
  record Count(String name, Optional<String> filing, long now, long before) {}

  record Flow(long reported, long closed) {}
}
