package org.zhili.resources.internal.city;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.city.Area;
import org.zhili.core.city.CityBooks;
import org.zhili.core.city.DeviceQuery;
import org.zhili.core.term.Term;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Scope;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Which devices somebody looks for, by what they are called as well as by their codes. */
public final class DeviceSearch {
  private final CityBooks books;
  private final Supplier<Words> words;
  private final Scope scope;

  public DeviceSearch(CityBooks books, Supplier<Words> words, Scope scope) {
    this.books = books;
    this.words = words;
    this.scope = scope;
  }

  /** Those the viewer may see; with a text, those it fits. */
  DeviceQuery wanted(Viewer viewer, @Nullable String text) {
    return new DeviceQuery(
        scope.reach(viewer),
        Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty()).map(this::sought));
  }

  private DeviceQuery.Sought sought(String text) {
    Set<AreaId> areas =
        books.areas().stream()
            .filter(area -> isIn(area.name(), text))
            .map(Area::id)
            .collect(Collectors.toSet());
    Set<String> types =
        Term.of(words.get()).stream()
            .filter(term -> isIn(term.name(), text))
            .map(Term::code)
            .collect(Collectors.toSet());
    return new DeviceQuery.Sought(text, areas, types);
  }

  private static boolean isIn(Wording name, String text) {
    String sought = text.toLowerCase(Locale.ROOT);
    return name.zh().toLowerCase(Locale.ROOT).contains(sought)
        || name.en().toLowerCase(Locale.ROOT).contains(sought);
  }
}
