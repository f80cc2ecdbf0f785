package org.zhili.citypack.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.citypack.Fault;
import org.zhili.citypack.PackPart;
import org.zhili.citypack.Parsed;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;

/** Reads one table of a pack without the others. */
public final class PartReading {
  private PartReading() {}

  public static Parsed<List<CalendarDay>> calendar(String csv) {
    Faults faults = Faults.of(PackPart.CALENDAR);
    return read(Policies.calendar(TableReading.read(csv, Policies.CALENDAR, faults)), faults);
  }

  public static Parsed<List<CatalogueRow>> catalogue(
      String csv, Set<AreaId> areas, Set<UnitId> units) {
    Faults faults = Faults.of(PackPart.CATALOGUE);
    Form<AreaId> area = Form.AREA.listedIn(known(areas, AreaId::value, "areas.csv"));
    Form<UnitId> unit = Form.UNIT.listedIn(known(units, UnitId::value, "units.csv"));
    Table table = TableReading.read(csv, Policies.CATALOGUE, faults);
    return read(Policies.catalogue(table, area, unit), faults);
  }

  private static <T> Form.Known known(Set<T> ids, Function<T, String> word, String file) {
    return new Form.Known(ids.stream().map(word).collect(Collectors.toSet()), file);
  }

  private static <T> Parsed<T> read(T value, Faults faults) {
    return faults.none() ? new Parsed.Read<>(value) : faults.faulty();
  }

  /** The column or the pointer of a fault. */
  public static String field(String text, Fault fault) {
    if (fault.line() == 0 || fault.column() == 0) {
      return "";
    }
    if (fault.file().endsWith(".csv")) {
      String[] header = text.lines().findFirst().orElse("").split(",", -1);
      return fault.column() <= header.length ? header[fault.column() - 1].strip() : "";
    }
    return new JsonReading(Faults.of(fault.file()))
        .read(text)
        .flatMap(json -> pointer(json, new At(fault.line(), fault.column())))
        .orElse("");
  }

  private static Optional<String> pointer(Json json, At at) {
    if (json.at().equals(at)) {
      return Optional.of("");
    }
    if (json instanceof Json.Members members) {
      return members.byName().entrySet().stream()
          .flatMap(member -> below(member, at).stream())
          .findFirst();
    }
    if (json instanceof Json.Array array) {
      for (int i = 0; i < array.items().size(); i++) {
        Optional<String> below = below(Map.entry(Integer.toString(i), array.items().get(i)), at);
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> below(Map.Entry<String, Json> member, At at) {
    return pointer(member.getValue(), at).map(rest -> "/" + member.getKey() + rest);
  }
}
