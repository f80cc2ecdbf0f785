package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.city.DispatchCatalogue;
import org.zhili.core.edition.Clocks;
import org.zhili.core.edition.Comparison;
import org.zhili.core.edition.Findings;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.edition.Findings.Turn;
import org.zhili.core.edition.Hindsight;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.Duty;
import org.zhili.id.UnitId;

/** What another dispatch catalogue would have made of a case; the case was reported in March. */
class OtherCatalogueTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final UnitId WORKS = SampleTypes.WORKS;
  private static final UnitId TELECOM = SampleTypes.TELECOM;

  private final TownFixture fixture = new TownFixture(Optional.empty());

  @BeforeEach
  void open() {
    fixture.openByHand();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static CatalogueRow row(String id, UnitId lead, LocalDate from, LocalDate... until) {
    return new CatalogueRow(
        id,
        "manhole_cover",
        Optional.empty(),
        lead,
        Set.of(),
        Set.of(),
        from,
        List.of(until).stream().findFirst());
  }

  private static CatalogueRow row(String id, UnitId lead) {
    return row(id, lead, APRIL.minusYears(1));
  }

  private Findings look(List<CatalogueRow> was, List<CatalogueRow> is, UnitId... owner) {
    Duty books =
        new Duty(
            List.of(owner).stream().findFirst(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return look(was, is, books);
  }

  private Findings look(List<CatalogueRow> was, List<CatalogueRow> is, Duty books) {
    Clocks clocks =
        new Clocks(fixture.town.books().calendar(), ZoneId.of("Asia/Shanghai"), fixture.instant());
    Comparison by =
        Comparison.ofCatalogues(
            new DispatchCatalogue(was, List::of),
            new DispatchCatalogue(is, List::of),
            report -> books,
            APRIL,
            clocks);
    return new Hindsight(fixture.transactions, fixture.town.stores().cases(), System::nanoTime)
        .look(by, fixture.instant().minusSeconds(1), fixture.instant().plusSeconds(1), 10)
        .orElseThrow();
  }

  @Test
  void it_changes_leads_renames_rows_and_leaves_some_without() {
    List<CatalogueRow> was = List.of(row("DC-01", WORKS));
    assertThat(look(was, List.of(row("DC-02", WORKS))).samples())
        .extracting(Finding::turn)
        .containsExactly(Turn.RENAMED);
    assertThat(look(was, List.of()).all().gone()).isEqualTo(1);
    Finding other = look(was, List.of(row("DC-01", TELECOM))).samples().get(0);
    assertThat(other.leadBefore()).contains(WORKS);
    assertThat(other.leadAfter()).contains(TELECOM);
  }

  @Test
  void a_draft_that_is_what_holds_differs_in_nothing_across_a_change_of_rows() {
    List<CatalogueRow> rows = new ArrayList<>();
    rows.add(row("DC-01", WORKS, APRIL.minusYears(1), APRIL.minusDays(5)));
    rows.add(row("DC-02", TELECOM, APRIL.minusDays(5)));
    assertThat(look(rows, rows).all().different()).isZero();
  }

  @Test
  void the_owner_of_the_asset_leads_whatever_the_catalogue_says() {
    List<CatalogueRow> was = List.of(row("DC-01", WORKS));
    assertThat(look(was, List.of(row("DC-01", TELECOM)), WORKS).all().different()).isZero();
    assertThat(look(was, List.of(), WORKS).all().different()).isZero();
  }

  @Test
  void without_a_row_the_territorial_body_leads() {
    Duty street =
        new Duty(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(TELECOM));
    Findings found = look(List.of(row("DC-01", WORKS)), List.of(), street);
    assertThat(found.all().lead()).isEqualTo(1);
    assertThat(found.all().gone()).isZero();
  }
}
