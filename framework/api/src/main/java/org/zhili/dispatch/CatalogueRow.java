package org.zhili.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/**
 * A row of the dispatch catalogue (派单目录): who leads for a subject in an area, and from when.
 *
 * @param condition empty means whatever is wrong with the subject; a row for the very condition
 *     goes before one for any
 * @param area empty means the whole city; the narrowest row wins
 * @param until the first day it no longer holds
 * @param source the notice or the list that says so
 */
public record CatalogueRow(
    String id,
    String subject,
    Optional<String> condition,
    Optional<AreaId> area,
    UnitId lead,
    Set<UnitId> assisting,
    Set<UnitId> supervising,
    LocalDate from,
    Optional<LocalDate> until,
    Optional<String> source) {
  public CatalogueRow {
    assisting = Set.copyOf(assisting);
    supervising = Set.copyOf(supervising);
  }

  /** A row that does not say where it comes from. */
  public CatalogueRow(
      String id,
      String subject,
      Optional<String> condition,
      Optional<AreaId> area,
      UnitId lead,
      Set<UnitId> assisting,
      Set<UnitId> supervising,
      LocalDate from,
      Optional<LocalDate> until) {
    this(id, subject, condition, area, lead, assisting, supervising, from, until, Optional.empty());
  }

  /** A row for whatever is wrong with the subject. */
  public CatalogueRow(
      String id,
      String subject,
      Optional<AreaId> area,
      UnitId lead,
      Set<UnitId> assisting,
      Set<UnitId> supervising,
      LocalDate from,
      Optional<LocalDate> until) {
    this(id, subject, Optional.empty(), area, lead, assisting, supervising, from, until);
  }
}
