package org.zhili.resources.internal.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.city.Area;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.CaseTrends;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Scope;
import org.zhili.scoring.GradingPeriod;
import org.zhili.text.Wording;

/** Reckons what is frequent, of the cases somebody may see. */
public final class HotSpots {
  private static final int USUAL_DAYS = 7;

  private static final Comparator<HotView.Row> MOST_FIRST =
      Comparator.comparingLong(HotView.Row::now)
          .thenComparingLong(HotView.Row::change)
          .reversed()
          .thenComparing(HotView.Row::id);

  private final CaseLedger ledger;
  private final CityBooks books;
  private final Scope scope;
  private final CaseViews views;
  private final InstantSource clock;

  public HotSpots(
      CaseLedger ledger, CityBooks books, Scope scope, CaseViews views, InstantSource clock) {
    this.ledger = ledger;
    this.books = books;
    this.scope = scope;
    this.views = views;
    this.clock = clock;
  }

  /** How today goes so far. */
  TodayView today(Viewer viewer) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone());
    Instant from = day.atStartOfDay(zone()).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(zone()).toInstant();
    CaseTrends.Flow flow =
        scope
            .counted(viewer)
            .map(of -> ledger.transactions().read(() -> ledger.cases().flow(from, until, of)))
            .orElse(new CaseTrends.Flow(0, 0));
    return new TodayView(day, flow.reported(), flow.closed());
  }

  /** By type and filing. */
  HotView types(Optional<GradingPeriod> period, int limit, Viewer viewer) {
    CaseTrends.Stretch stretch = stretch(period);
    return view(
        stretch,
        counts(CaseTrends.By.TYPE, stretch, viewer).stream()
            .map(
                count ->
                    HotView.Row.of(
                        count.filing().map(f -> count.name() + "/" + f).orElse(count.name()),
                        views.what(count.name(), count.filing()),
                        count.now(),
                        count.before()))
            .toList(),
        limit);
  }

  /**
   * By areas of a level, each with what lies in it; what lies in none of that level that the viewer
   * sees stands for itself.
   */
  HotView areas(Optional<String> level, Optional<GradingPeriod> period, int limit, Viewer viewer) {
    CaseTrends.Stretch stretch = stretch(period);
    Map<AreaId, Area> areas = new HashMap<>();
    books.areas().forEach(area -> areas.put(area.id(), area));
    Map<AreaId, long[]> counts = new HashMap<>();
    for (CaseTrends.Count count : counts(CaseTrends.By.AREA, stretch, viewer)) {
      AreaId place = new AreaId(count.name());
      AreaId counted = level.flatMap(wanted -> around(place, wanted, areas, viewer)).orElse(place);
      long[] sums = counts.computeIfAbsent(counted, area -> new long[2]);
      sums[0] += count.now();
      sums[1] += count.before();
    }
    List<HotView.Row> rows = new ArrayList<>();
    counts.forEach(
        (id, sums) -> {
          Wording name =
              Optional.ofNullable(areas.get(id))
                  .map(Area::name)
                  .orElseGet(() -> Wording.same(id.value()));
          rows.add(HotView.Row.of(id.value(), name, sums[0], sums[1]));
        });
    return view(stretch, rows, limit);
  }

  private Optional<AreaId> around(
      AreaId place, String level, Map<AreaId, Area> areas, Viewer viewer) {
    return books.around(place).stream()
        .filter(area -> scope.covers(viewer, area))
        .filter(
            area ->
                Optional.ofNullable(areas.get(area))
                    .filter(a -> a.level().equals(level))
                    .isPresent())
        .findFirst();
  }

  private List<CaseTrends.Count> counts(
      CaseTrends.By by, CaseTrends.Stretch stretch, Viewer viewer) {
    return scope
        .counted(viewer)
        .map(of -> ledger.transactions().read(() -> ledger.cases().reported(by, stretch, of)))
        .orElse(List.of());
  }

  private static HotView view(CaseTrends.Stretch stretch, List<HotView.Row> rows, int limit) {
    return new HotView(
        stretch.before(),
        stretch.from(),
        stretch.until(),
        rows.stream().sorted(MOST_FIRST).limit(limit).toList());
  }

  /** A day that is not over yet is compared with no whole one: both stretches are as long. */
  private CaseTrends.Stretch stretch(Optional<GradingPeriod> asked) {
    Instant now = clock.instant();
    LocalDate tomorrow = LocalDate.ofInstant(now, zone()).plusDays(1);
    GradingPeriod period =
        asked.orElseGet(() -> new GradingPeriod(tomorrow.minusDays(USUAL_DAYS), tomorrow));
    Instant from = period.from().atStartOfDay(zone()).toInstant();
    Instant end = period.toExclusive().atStartOfDay(zone()).toInstant();
    Instant until = now.isBefore(from) || !now.isBefore(end) ? end : now;
    return new CaseTrends.Stretch(from.minus(Duration.between(from, until)), from, until);
  }

  private ZoneId zone() {
    return books.rules().zone();
  }
}
