package org.zhili.resources.internal.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Role;
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
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.FoldedAudit;
import org.zhili.text.Personal;

/** Reads what cases somebody looks for, and finds a page of them. */
public final class CaseSearch {
  private static final String NOT_DUE = "none";

  private static final Set<String> HANDLING =
      Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.UNIT, Role.GRID_WORKER);

  private final CaseFinder finder;
  private final CityBooks books;
  private final InstantSource clock;
  private final FoldedAudit audit;

  public CaseSearch(CaseFinder finder, CityBooks books, InstantSource clock, FoldedAudit audit) {
    this.finder = finder;
    this.books = books;
    this.clock = clock;
    this.audit = audit;
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
    CaseStore.Query query = query(place, words, pages, viewer);
    return finder.dueFirst(query, query.after().map(CaseSearch::turn), viewer);
  }

  Paging.Page<CaseFile> list(Place place, Words words, Pages pages, Viewer viewer) {
    CaseStore.Query query = query(place, words, pages, viewer);
    Sort sort =
        Optional.ofNullable(pages.sort)
            .map(given -> Form.constant("sort", given, Sort.class))
            .orElse(Sort.REPORTED);
    return switch (sort) {
      case REPORTED -> finder.list(query, viewer);
      case DUE -> waiting(place, words, pages, viewer).map(CaseStore.Waiting::file);
    };
  }

  private CaseStore.Query query(Place place, Words words, Pages pages, Viewer viewer) {
    return new CaseStore.Query(
        Form.constants("state", place.states, CaseState.class),
        Form.constants("standing", place.standings, Standing.class),
        Form.maybe("area", place.area, AreaId::new)
            .map(a -> books.within(Set.of(a)))
            .orElse(Set.of()),
        Form.maybe("unit", place.unit, UnitId::new).map(books::below).orElse(Set.of()),
        Optional.ofNullable(place.subject),
        search(words, viewer),
        Optional.ofNullable(pages.after),
        Paging.limit(pages.limit));
  }

  private CaseStore.Search search(Words words, Viewer viewer) {
    boolean overdue =
        Optional.ofNullable(words.overdue)
            .map(given -> Form.constant("overdue", given, Only.class))
            .isPresent();
    Optional<String> text =
        Optional.ofNullable(words.text).map(String::strip).filter(given -> !given.isEmpty());
    text.filter(Personal::isOne).ifPresent(number -> person(number, viewer));
    return new CaseStore.Search(
        text,
        Optional.ofNullable(words.ended)
            .map(given -> Form.constant("ended", given, Truth.class) == Truth.TRUE),
        overdue ? Optional.of(clock.instant()) : Optional.empty());
  }

  /** Looking for somebody is left a trace of, and is no business of those who run the town. */
  private void person(String number, Viewer viewer) {
    if (HANDLING.stream().noneMatch(viewer::has)) {
      throw Trouble.PEOPLE_NOT_SOUGHT.problem();
    }
    audit.done(viewer, "case.person-sought", Personal.masked(number));
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
