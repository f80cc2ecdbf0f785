package org.zhili.core.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhili.casework.Report;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;

/**
 * Which row of a dispatch catalogue (派单目录) answers for a report.
 *
 * @param rows in the order of the file
 * @param around an area itself, then the areas it lies in, narrowest first
 */
public record DispatchCatalogue(List<CatalogueRow> rows, Function<AreaId, List<AreaId>> around) {
  public DispatchCatalogue {
    rows = List.copyOf(rows);
  }

  /** The row for the very condition of the report, before one for whatever is wrong. */
  public Optional<CatalogueRow> row(Report report, LocalDate day) {
    List<CatalogueRow> holding =
        rows.stream()
            .filter(r -> r.subject().equals(report.subject()))
            .filter(
                r -> !day.isBefore(r.from()) && r.until().filter(u -> !day.isBefore(u)).isEmpty())
            .toList();
    return narrowest(holding, Optional.of(report.condition()), report.area())
        .or(() -> narrowest(holding, Optional.empty(), report.area()));
  }

  /** The row of the narrowest area; one for the whole city comes last. */
  private Optional<CatalogueRow> narrowest(
      List<CatalogueRow> holding, Optional<String> condition, AreaId area) {
    List<CatalogueRow> those =
        holding.stream().filter(r -> r.condition().equals(condition)).toList();
    for (AreaId place : around.apply(area)) {
      Optional<CatalogueRow> row =
          those.stream().filter(r -> r.area().filter(place::equals).isPresent()).findFirst();
      if (row.isPresent()) {
        return row;
      }
    }
    return those.stream().filter(r -> r.area().isEmpty()).findFirst();
  }
}
