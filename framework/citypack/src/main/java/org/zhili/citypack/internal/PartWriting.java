package org.zhili.citypack.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;

/** Writes tables of a pack. */
public final class PartWriting {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private static final List<String> CATALOGUE =
      List.of(
          "id",
          "subject",
          "condition",
          "area",
          "lead",
          "assisting",
          "supervising",
          "from",
          "until",
          "source");

  private PartWriting() {}

  /** Days in order. */
  public static String calendar(List<CalendarDay> days) {
    List<List<String>> rows =
        days.stream()
            .sorted(Comparator.comparing(CalendarDay::date))
            .map(day -> List.of(day.date().toString(), kind(day.kind()), day.name(), day.source()))
            .toList();
    return write(Policies.CALENDAR.required(), rows);
  }

  private static String kind(CalendarDay.Kind kind) {
    return switch (kind) {
      case HOLIDAY -> "holiday";
      case MAKE_UP_WORKDAY -> "make-up-workday";
    };
  }

  /** Rows as they stand, since the first of several that fit is the one that counts. */
  public static String catalogue(List<CatalogueRow> rows) {
    return write(CATALOGUE, rows.stream().map(PartWriting::cells).toList());
  }

  private static List<String> cells(CatalogueRow row) {
    return List.of(
        row.id(),
        row.subject(),
        row.condition().orElse(""),
        row.area().map(AreaId::value).orElse(""),
        row.lead().value(),
        units(row.assisting()),
        units(row.supervising()),
        row.from().toString(),
        row.until().map(LocalDate::toString).orElse(""),
        row.source().orElse(""));
  }

  private static String units(Collection<UnitId> units) {
    return units.stream().map(UnitId::value).sorted().collect(Collectors.joining("|"));
  }

  private static String write(List<String> header, List<List<String>> rows) {
    return Stream.concat(Stream.of(header), rows.stream())
        .map(cells -> FORMAT.format(cells.toArray()) + "\n")
        .collect(Collectors.joining());
  }
}
