package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.casework.Report;
import org.zhili.city.Area;
import org.zhili.city.Asset;
import org.zhili.city.Unit;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.core.town.SampleRules;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;
import org.zhili.text.Wording;

/**
 * Who answers for a report, as the books stand on its day: a city, a street in it, a cell in it.
 */
class CityBooksTest {
  private static final AreaId CITY = new AreaId("city");
  private static final AreaId STREET = new AreaId("street");
  private static final AreaId CELL = new AreaId("cell");
  private static final AreaId NEXT_CELL = new AreaId("next-cell");
  private static final AreaId NEXT_STREET = new AreaId("next-street");
  private static final UnitId WORKS = SampleTypes.WORKS;
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Instant MID_MARCH = Instant.parse("2026-03-15T04:00:00Z");

  private static CityBooks books(List<CatalogueRow> catalogue, Unit... units) {
    InMemoryTransactions transactions = new InMemoryTransactions();
    CityPack pack =
        new CityPack(
            SampleRules.with(SampleRules.of(List.of(), "none", "none"), catalogue),
            List.of(
                area(CITY, Optional.empty()),
                area(STREET, Optional.of(CITY)),
                area(NEXT_STREET, Optional.of(CITY)),
                area(CELL, Optional.of(STREET)),
                area(NEXT_CELL, Optional.of(STREET))),
            List.of(units),
            List.of(cover()),
            List.of(),
            List.of());
    return new CityBooks(
        transactions,
        new InMemoryRegisterStore(transactions),
        new InMemoryTimerStore(transactions),
        () -> MID_MARCH,
        pack);
  }

  private static Area area(AreaId id, Optional<AreaId> parent) {
    return new Area(id, Wording.same(id.value()), "level", parent);
  }

  /** The asset every report here is about. */
  private static Asset cover() {
    return new Asset(
        new AssetId("A-1"),
        "manhole_cover",
        Wording.same("cover"),
        CELL,
        "中山路100号",
        Optional.empty(),
        Optional.of(SampleTypes.TELECOM),
        Optional.empty(),
        Optional.empty(),
        Optional.of(SampleTypes.ENFORCEMENT));
  }

  private static Unit unit(String id, Set<AreaId> serves, Set<AreaId> territorialFor) {
    return new Unit(
        new UnitId(id), Wording.same(id), Set.of(), serves, territorialFor, Optional.empty());
  }

  private static Unit below(String id, String parent) {
    Optional<UnitId> above = Optional.of(parent).filter(p -> !p.isEmpty()).map(UnitId::new);
    return new Unit(new UnitId(id), Wording.same(id), Set.of(), Set.of(), Set.of(), above);
  }

  private static Set<String> below(CityBooks books, String unit) {
    return books.below(new UnitId(unit)).stream().map(UnitId::value).collect(Collectors.toSet());
  }

  @Test
  void below_a_unit_are_all_whose_parents_lead_up_to_it() {
    CityBooks books =
        books(
            List.of(),
            below("bureau", ""),
            below("section", "bureau"),
            below("team", "section"),
            below("other", ""),
            below("orphan", "nobody"));
    assertThat(below(books, "bureau")).containsExactlyInAnyOrder("bureau", "section", "team");
    assertThat(below(books, "section")).containsExactlyInAnyOrder("section", "team");
    assertThat(below(books, "team")).containsExactly("team");
    assertThat(below(books, "orphan")).containsExactly("orphan");
    assertThat(below(books, "unknown")).containsExactly("unknown");
  }

  @Test
  void units_that_are_above_themselves_end_the_walk() {
    CityBooks books =
        books(List.of(), below("a", "b"), below("b", "a"), below("c", "c"), below("d", "a"));
    assertThat(below(books, "a")).containsExactlyInAnyOrder("a", "b", "d");
    assertThat(below(books, "c")).containsExactly("c");
    assertThat(below(books, "d")).containsExactly("d");
  }

  private static CatalogueRow row(String id, AreaId area, LocalDate from, LocalDate... until) {
    return row(id, "manhole_cover", Optional.of(area), from, until);
  }

  private static CatalogueRow row(
      String id, String subject, Optional<AreaId> area, LocalDate from, LocalDate... until) {
    Optional<LocalDate> end = List.of(until).stream().findFirst();
    return new CatalogueRow(id, subject, area, WORKS, Set.of(), Set.of(), from, end);
  }

  private static Report report(AreaId area, Instant at) {
    Report any = SampleTypes.report("key", at);
    return new Report(
        any.key(),
        any.source(),
        any.subject(),
        any.condition(),
        area,
        any.address(),
        any.position(),
        any.summary(),
        any.severity(),
        at,
        any.device(),
        any.asset(),
        any.owner(),
        any.evidence());
  }

  private static Optional<String> rowFor(CityBooks books, AreaId area, Instant at) {
    return books.duty(report(area, at)).row().map(CatalogueRow::id);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T15:59:59Z, -",
    "2026-02-28T16:00:00Z, march", // midnight in the city
    "2026-03-15T04:00:00Z, march",
    "2026-03-31T15:59:59Z, march",
    "2026-03-31T16:00:00Z, later",
    "2030-01-01T00:00:00Z, later"
  })
  void a_row_holds_from_its_first_day_to_the_day_before_it_ends(Instant at, String row) {
    CityBooks books = books(List.of(row("march", CITY, MARCH, APRIL), row("later", CITY, APRIL)));
    assertThat(rowFor(books, CELL, at).orElse("-")).isEqualTo(row);
  }

  @Test
  void a_row_for_the_cell_goes_before_the_street_and_the_street_before_the_city() {
    CityBooks books =
        books(
            List.of(
                row("anywhere", "manhole_cover", Optional.empty(), MARCH),
                row("city", CITY, MARCH),
                row("street", STREET, MARCH),
                row("cell", CELL, MARCH),
                row("bins", "bin", Optional.of(NEXT_CELL), MARCH)));
    assertThat(rowFor(books, CELL, MID_MARCH)).contains("cell");
    assertThat(rowFor(books, NEXT_CELL, MID_MARCH)).contains("street");
    assertThat(rowFor(books, NEXT_STREET, MID_MARCH)).contains("city");
    assertThat(rowFor(books, new AreaId("nowhere"), MID_MARCH)).contains("anywhere");
  }

  @Test
  void a_narrow_row_that_no_longer_holds_leaves_the_wider_one() {
    CityBooks books =
        books(List.of(row("cell", CELL, MARCH, MARCH.plusDays(3)), row("street", STREET, MARCH)));
    assertThat(rowFor(books, CELL, MID_MARCH)).contains("street");
  }

  @Test
  void a_subject_without_a_row_has_none() {
    CityBooks books = books(List.of(row("bins", "bin", Optional.empty(), MARCH)));
    assertThat(rowFor(books, CELL, MID_MARCH)).isEmpty();
  }

  @Test
  void the_territorial_body_is_the_one_of_the_narrowest_area() {
    CityBooks books =
        books(
            List.of(),
            unit("a-city-hall", Set.of(), Set.of(CITY)),
            unit("street-office", Set.of(), Set.of(STREET)),
            unit("fire-station", Set.of(), Set.of(STREET)),
            unit("annex", Set.of(), Set.of(STREET)),
            unit("clinic", Set.of(), Set.of(STREET)),
            unit("barracks", Set.of(), Set.of(STREET)),
            unit("cell-post", Set.of(), Set.of(CELL)));
    assertThat(territorial(books, CELL)).contains("cell-post");
    assertThat(territorial(books, NEXT_CELL)).contains("annex");
    assertThat(territorial(books, NEXT_STREET)).contains("a-city-hall");
    assertThat(territorial(books, new AreaId("nowhere"))).isEmpty();
  }

  private static Optional<String> territorial(CityBooks books, AreaId area) {
    return books.duty(report(area, MID_MARCH)).territorial().map(UnitId::value);
  }

  @Test
  void owner_and_supervisor_are_those_of_the_asset() {
    CityBooks books = books(List.of());
    assertThat(books.duty(report(CELL, MID_MARCH)).owner()).contains(SampleTypes.TELECOM);
    assertThat(books.duty(report(CELL, MID_MARCH)).supervisor()).contains(SampleTypes.ENFORCEMENT);
  }

  @Test
  void a_unit_serves_its_areas_and_all_inside_them() {
    CityBooks books =
        books(
            List.of(),
            unit("everywhere", Set.of(), Set.of()),
            unit("of-the-street", Set.of(STREET), Set.of()),
            unit("of-the-next-street", Set.of(NEXT_STREET), Set.of()));
    assertThat(books.serving(CELL))
        .extracting(unit -> unit.id().value())
        .containsExactlyInAnyOrder("everywhere", "of-the-street");
    assertThat(books.within(Set.of(STREET))).containsExactlyInAnyOrder(STREET, CELL, NEXT_CELL);
  }
}
