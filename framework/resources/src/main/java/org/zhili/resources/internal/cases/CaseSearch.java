package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;

/** Reads what cases somebody looks for, and finds a page of them. */
public final class CaseSearch {
  private static final String NOT_DUE = "none";

  private final CaseFinder finder;
  private final CityBooks books;
  private final InstantSource clock;

  public CaseSearch(CaseFinder finder, CityBooks books, InstantSource clock) {
    this.finder = finder;
    this.books = books;
    this.clock = clock;
  }

  /** Where and whose, as it was asked for. */
  record Place(
      List<String> states,
      List<String> standings,
      @Nullable String area,
      @Nullable String unit,
      @Nullable String subject) {}

  /** By what else. */
  record Words(@Nullable String text, @Nullable String overdue, @Nullable String ended) {}

  /** In which order, from where on. */
  record Pages(@Nullable String sort, @Nullable String after, int limit) {}

  private enum Sort {
    REPORTED,
    DUE
  }

  /** The same, first due first, with when each is due. */
  Paging.Page<CaseStore.Waiting> waiting(Place place, Words words, Pages pages, Viewer viewer) {
    CaseStore.Query query = query(place, words, pages);
    return finder.dueFirst(query, query.after().map(CaseSearch::turn), viewer);
  }

  Paging.Page<CaseFile> list(Place place, Words words, Pages pages, Viewer viewer) {
    CaseStore.Query query = query(place, words, pages);
    Sort sort =
        Optional.ofNullable(pages.sort)
            .map(given -> Form.constant("sort", given, Sort.class))
            .orElse(Sort.REPORTED);
    return switch (sort) {
      case REPORTED -> finder.list(query, viewer);
      case DUE -> waiting(place, words, pages, viewer).map(CaseStore.Waiting::file);
    };
  }

  private CaseStore.Query query(Place place, Words words, Pages pages) {
    return new CaseStore.Query(
        Form.constants("state", place.states, CaseState.class),
        Form.constants("standing", place.standings, Standing.class),
        Form.maybe("area", place.area, AreaId::new)
            .map(a -> books.within(Set.of(a)))
            .orElse(Set.of()),
        Form.maybe("unit", place.unit, UnitId::new).map(books::below).orElse(Set.of()),
        Optional.ofNullable(place.subject),
        search(words),
        Optional.ofNullable(pages.after),
        Paging.limit(pages.limit));
  }

  private CaseStore.Search search(Words words) {
    boolean overdue =
        Optional.ofNullable(words.overdue)
            .map(given -> Form.constant("overdue", given, Only.class))
            .isPresent();
    return new CaseStore.Search(
        Optional.ofNullable(words.text).map(String::strip).filter(text -> !text.isEmpty()),
        Optional.ofNullable(words.ended)
            .map(given -> Form.constant("ended", given, Truth.class) == Truth.TRUE),
        overdue ? Optional.of(clock.instant()) : Optional.empty());
  }

  private enum Only {
    TRUE
  }

  private enum Truth {
    TRUE,
    FALSE
  }

  /** A turn as the key of a page: the time, or a word where there is none, and the number. */
  static String key(CaseStore.Turn turn) {
    return turn.due().map(Instant::toString).orElse(NOT_DUE) + "_" + turn.number();
  }

  private static CaseStore.Turn turn(String key) {
    int line = key.indexOf('_');
    String due = key.substring(0, Math.max(line, 0));
    Optional<Instant> time = Form.time(due);
    if (time.isEmpty() && !due.equals(NOT_DUE)) {
      throw Form.wrong("after", "next");
    }
    return new CaseStore.Turn(time, key.substring(line + 1));
  }
}
