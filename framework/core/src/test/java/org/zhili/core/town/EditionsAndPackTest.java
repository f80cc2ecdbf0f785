package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.ENFORCEMENT;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Editions;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;

/** What becomes of editions that name what a later pack of the city lacks. */
class EditionsAndPackTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  private void publish(Content content) {
    Editions editions = city.town.editions();
    Optional<Content> before = editions.underneath(content.part());
    Editions.Terms terms = new Editions.Terms(MONDAY, "notice", "ada", false);
    assertThat(editions.publish(editions.state(content.part()), content, before, terms)).isEmpty();
    city.town.followEditions();
  }

  private static CatalogueRow row(String id, UnitId lead, UnitId assisting) {
    return new CatalogueRow(
        id,
        "manhole_cover",
        Optional.of(id),
        Optional.empty(),
        lead,
        Set.of(assisting),
        Set.of(assisting, WORKS),
        MONDAY,
        Optional.empty());
  }

  private static CityPack without(UnitId unit) {
    CityPack pack = TownFixture.pack(Optional.empty());
    return new CityPack(
        pack.rules(),
        pack.areas(),
        pack.units().stream().filter(one -> !one.id().equals(unit)).toList(),
        pack.assets(),
        pack.devices(),
        pack.types());
  }

  @Test
  void a_unit_that_the_pack_has_no_more_leads_nothing_until_it_is_back() {
    Content.Rows rows =
        new Content.Rows(List.of(row("lost", TELECOM, ENFORCEMENT), row("open", WORKS, TELECOM)));
    publish(rows);
    assertThat(city.town.books().rules().catalogue()).isEqualTo(rows.rows());

    city.town.apply(without(TELECOM));
    assertThat(city.town.books().rules().catalogue())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo("open");
              assertThat(row.assisting()).isEmpty();
              assertThat(row.supervising()).containsExactly(WORKS);
            });
    assertThat(city.town.editions().of(Content.CATALOGUE))
        .singleElement()
        .matches(city.town.editions()::holds)
        .extracting(city.town.editions()::content)
        .isEqualTo(rows);

    city.town.apply(TownFixture.pack(Optional.empty()));
    assertThat(city.town.books().rules().catalogue()).isEqualTo(rows.rows());
  }

  @Test
  void an_alarm_whose_filing_an_edition_lacks_is_a_case_that_a_person_files() throws Exception {
    CaseFile before = city.town.desk().find(city.openByHand()).orElseThrow();
    publish(unfiled());
    city.publish("tilted");

    CaseFile alarm = cases().get(0);
    assertThat(alarm.type().version()).isEqualTo(2);
    assertThat(alarm.filing()).isEmpty();
    assertThat(alarm.state()).isEqualTo(CaseState.REPORTED);
    assertThat(city.town.desk().find(before.id())).contains(before);
  }

  private List<CaseFile> cases() {
    return city.transactions.run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(50)));
  }

  private static Content.Type unfiled() {
    CaseType type = SampleTypes.component(2);
    return new Content.Type(
        new CaseType(
            type.id(),
            2,
            type.name(),
            type.steps(),
            type.passages(),
            List.of(),
            type.sides(),
            type.reopenWithin()));
  }
}
