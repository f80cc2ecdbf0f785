package org.zhili.resources.internal;

import static java.util.stream.Collectors.toSet;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseTrends;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/**
 * How far a viewer sees (数据范围); the one place that knows.
 *
 * <p>The town hall, its displays and grid workers see every case, a unit those that it or a unit
 * below it has a part in, and nobody else any. What is done in a case stays with whom it was given.
 * Whoever is limited to areas, as grid workers are to their grids, sees only what lies in them or
 * below.
 */
public final class Scope {
  private final CityBooks books;

  public Scope(CityBooks books) {
    this.books = books;
  }

  public boolean sees(Viewer viewer, CaseFile file) {
    boolean involved =
        seesAll(viewer) || units(viewer).stream().anyMatch(file.assignment()::involves);
    return involved && covers(viewer, file.report().area());
  }

  /** Narrow a query down to what the viewer may see; empty when that is nothing. */
  public Optional<CaseStore.Query> narrow(Viewer viewer, CaseStore.Query wanted) {
    Set<UnitId> units = seesAll(viewer) ? wanted.units() : common(wanted.units(), units(viewer));
    Set<AreaId> areas = coversAll(viewer) ? wanted.areas() : common(wanted.areas(), reach(viewer));
    boolean nobody = units.isEmpty() && !seesAll(viewer);
    boolean nowhere = areas.isEmpty() && !coversAll(viewer);
    if (nobody || nowhere) {
      return Optional.empty();
    }
    return Optional.of(
        new CaseStore.Query(
            wanted.states(),
            wanted.standings(),
            areas,
            units,
            wanted.subject(),
            wanted.search(),
            wanted.after(),
            wanted.limit()));
  }

  /** What is wanted of one's own; all of that where nothing is named. */
  private static <T> Set<T> common(Set<T> wanted, Set<T> own) {
    return wanted.isEmpty() ? own : own.stream().filter(wanted::contains).collect(toSet());
  }

  /** The unit a viewer speaks for, with all below it; none for whoever speaks for none. */
  public Set<UnitId> units(Viewer viewer) {
    return viewer.unit().map(books::below).orElse(Set.of());
  }

  /** The cases a viewer may see, where they are only counted; empty when that is none. */
  public Optional<CaseTrends.Of> counted(Viewer viewer) {
    return narrow(viewer, CaseStore.Query.newest(1))
        .map(query -> new CaseTrends.Of(query.areas(), query.units()));
  }

  /** All areas a viewer is limited to; none for whoever sees the whole city. */
  public Set<AreaId> reach(Viewer viewer) {
    return coversAll(viewer) ? Set.of() : books.within(viewer.areas());
  }

  /** Whether the place lies in an area the viewer may see. */
  public boolean covers(Viewer viewer, AreaId area) {
    return viewer.areas().isEmpty()
        || books.around(area).stream().anyMatch(viewer.areas()::contains);
  }

  /** Whether the viewer is limited to no areas. */
  public boolean coversAll(Viewer viewer) {
    return viewer.areas().isEmpty();
  }

  /** Who calls, where only those may who are limited to no areas. */
  public Viewer wholeCity(SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    if (!coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return viewer;
  }

  /** Whether the viewer may see how this unit works. */
  public boolean sees(Viewer viewer, UnitId unit) {
    if (!ofTownHall(viewer)) {
      return units(viewer).contains(unit);
    }
    return coversAll(viewer)
        || viewer.areas().stream()
            .flatMap(area -> books.serving(area).stream())
            .anyMatch(serving -> serving.id().equals(unit));
  }

  /** Whether the viewer sees cases whoever handles them. */
  private static boolean seesAll(Viewer viewer) {
    return ofTownHall(viewer) || (viewer.has(Role.GRID_WORKER) && !viewer.areas().isEmpty());
  }

  /** Whether the viewer works, or shows, for the town as a whole rather than for one unit. */
  public static boolean ofTownHall(Viewer viewer) {
    return viewer.has(Role.OPERATOR)
        || viewer.has(Role.SUPERVISOR)
        || viewer.has(Role.ADMINISTRATOR)
        || viewer.has(Role.DISPLAY);
  }
}
