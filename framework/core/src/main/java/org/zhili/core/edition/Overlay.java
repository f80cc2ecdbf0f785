package org.zhili.core.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.casework.CaseType;
import org.zhili.city.Unit;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;

/** Puts editions in the places of what a city pack says. */
final class Overlay {
  private static final int VERSION_LENGTH = 6;

  private Overlay() {}

  /** What a pack says of a part. */
  static Optional<Content> part(CityPack pack, String part) {
    return switch (part) {
      case Content.CALENDAR -> Optional.of(new Content.Days(pack.rules().calendar()));
      case Content.CATALOGUE -> Optional.of(new Content.Rows(pack.rules().catalogue()));
      default ->
          pack.types().stream()
              .filter(type -> type.id().equals(part))
              .findFirst()
              .map(Content.Type::new);
    };
  }

  /** The pack with these editions, under a version that tells it from all others. */
  static CityPack of(CityPack pack, List<Edition> editions, List<Content> contents) {
    if (editions.isEmpty()) {
      return pack;
    }
    List<CalendarDay> days = pack.rules().calendar();
    List<CatalogueRow> rows = pack.rules().catalogue();
    List<CaseType> types = new ArrayList<>(pack.types());
    for (Content content : contents) {
      if (content instanceof Content.Days calendar) {
        days = calendar.days();
      } else if (content instanceof Content.Rows catalogue) {
        rows = answering(pack, catalogue.rows());
      } else if (content instanceof Content.Type whole) {
        replace(types, whole.type());
      }
    }
    String mark = Content.hash(editions.stream().map(e -> e.part() + " " + e.number()));
    String version = pack.rules().version() + "." + mark.substring(0, VERSION_LENGTH);
    return new CityPack(
        rules(pack.rules(), version, days, rows),
        pack.areas(),
        pack.units(),
        pack.assets(),
        pack.devices(),
        types,
        pack.words(),
        pack.shapes());
  }

  /**
   * A unit that the pack has no more leads nothing and has no part in anything: the next row that
   * fits answers. The edition itself stays as it is.
   */
  private static List<CatalogueRow> answering(CityPack pack, List<CatalogueRow> rows) {
    Set<UnitId> units = pack.units().stream().map(Unit::id).collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> units.contains(row.lead()))
        .map(row -> among(units, row))
        .toList();
  }

  private static CatalogueRow among(Set<UnitId> units, CatalogueRow row) {
    return new CatalogueRow(
        row.id(),
        row.subject(),
        row.condition(),
        row.area(),
        row.lead(),
        both(row.assisting(), units),
        both(row.supervising(), units),
        row.from(),
        row.until(),
        row.source());
  }

  private static Set<UnitId> both(Set<UnitId> some, Set<UnitId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** A higher version that came with the pack since stays. */
  private static void replace(List<CaseType> types, CaseType type) {
    if (types.removeIf(old -> old.id().equals(type.id()) && old.version() <= type.version())
        || types.stream().noneMatch(old -> old.id().equals(type.id()))) {
      types.add(type);
    }
  }

  private static CityRules rules(
      CityRules rules, String version, List<CalendarDay> days, List<CatalogueRow> rows) {
    return new CityRules(
        version,
        rules.name(),
        rules.tenant(),
        rules.zone(),
        rules.hours(),
        days,
        rows,
        rules.alerts(),
        rules.ranges(),
        rules.review(),
        rules.strategy(),
        rules.scoringModel(),
        rules.matters());
  }
}
