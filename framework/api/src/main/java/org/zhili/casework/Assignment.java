package org.zhili.casework;

import java.util.Optional;
import java.util.Set;
import org.zhili.id.UnitId;

/** Who has been given a case: 主办, 协办, 督办 (cc) and 知会. */
public record Assignment(
    Optional<UnitId> lead, Set<UnitId> assisting, Set<UnitId> supervising, Set<UnitId> notified) {
  public static final Assignment NONE =
      new Assignment(Optional.empty(), Set.of(), Set.of(), Set.of());

  public Assignment {
    assisting = Set.copyOf(assisting);
    supervising = Set.copyOf(supervising);
    notified = Set.copyOf(notified);
  }

  /** Whether the unit handles the case, as lead or assisting. */
  public boolean handledBy(UnitId unit) {
    return lead.filter(unit::equals).isPresent() || assisting.contains(unit);
  }

  /** Whether the unit has any part in it. */
  public boolean involves(UnitId unit) {
    return handledBy(unit) || supervising.contains(unit) || notified.contains(unit);
  }
}
