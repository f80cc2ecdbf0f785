package org.zhili.city;

import java.util.Optional;
import java.util.Set;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * A unit (单位) that can be given work: a bureau, a company, a street office.
 *
 * @param duties subjects it handles, such as {@code manhole_cover}; empty means any
 * @param areas areas it serves, with all below them; empty means the whole city
 * @param territorialFor areas for which it is the territorial body (属地), the fallback for every
 *     duty
 */
public record Unit(
    UnitId id,
    Wording name,
    Set<String> duties,
    Set<AreaId> areas,
    Set<AreaId> territorialFor,
    Optional<UnitId> parent) {
  public Unit {
    duties = Set.copyOf(duties);
    areas = Set.copyOf(areas);
    territorialFor = Set.copyOf(territorialFor);
  }
}
