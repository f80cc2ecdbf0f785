package org.zhili.resources.internal.exports;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.city.Area;
import org.zhili.city.Unit;
import org.zhili.core.city.CityBooks;
import org.zhili.sheets.Column;
import org.zhili.text.Wording;

/** What units and areas are called, as the books say when an export begins. */
record Names(Map<String, Wording> units, Map<String, Wording> areas) {
  static Names of(CityBooks books) {
    return new Names(
        books.units().stream().collect(Collectors.toMap(unit -> unit.id().value(), Unit::name)),
        books.areas().stream().collect(Collectors.toMap(area -> area.id().value(), Area::name)));
  }

  /** A unit by its name; by its id when the books have forgotten it. */
  <T> Column<T> unit(String key, Function<T, Optional<String>> id) {
    return named(key, id, units);
  }

  <T> Column<T> area(String key, Function<T, Optional<String>> id) {
    return named(key, id, areas);
  }

  private static <T> Column<T> named(
      String key, Function<T, Optional<String>> id, Map<String, Wording> names) {
    return Column.words(
        Titles.of(key),
        18,
        row -> id.apply(row).map(code -> names.getOrDefault(code, Wording.same(code))));
  }
}
