package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** A tilted cover in the district, by catalogues with rows for conditions. */
class CatalogueConditionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final CatalogueRow ANY = row("any", Optional.empty(), Optional.empty());
  private static final CatalogueRow ANY_HERE =
      row("any-here", Optional.empty(), Optional.of("district"));
  private static final CatalogueRow TILTED = row("tilted", Optional.of("tilted"), Optional.empty());
  private static final CatalogueRow TILTED_HERE =
      row("tilted-here", Optional.of("tilted"), Optional.of("district"));
  private static final CatalogueRow BURNING = row("fire", Optional.of("fire"), Optional.empty());

  @Test
  void the_row_for_the_condition_goes_before_one_for_any() {
    assertThat(rowOf(ANY, TILTED)).contains(TILTED);
    assertThat(rowOf(ANY_HERE, TILTED)).contains(TILTED);
  }

  @Test
  void of_two_rows_for_the_condition_the_narrower_one_holds() {
    assertThat(rowOf(TILTED, TILTED_HERE, ANY_HERE)).contains(TILTED_HERE);
  }

  @Test
  void a_row_for_another_condition_says_nothing() {
    assertThat(rowOf(BURNING, ANY)).contains(ANY);
    assertThat(rowOf(BURNING)).isEmpty();
  }

  private static Optional<CatalogueRow> rowOf(CatalogueRow... rows) {
    InMemoryTransactions transactions = new InMemoryTransactions();
    CityBooks books =
        new CityBooks(
            transactions,
            new InMemoryRegisterStore(transactions),
            new InMemoryTimerStore(transactions),
            () -> NOW,
            pack(List.of(rows)));
    return books.duty(SampleTypes.report("key", NOW)).row();
  }

  private static CatalogueRow row(String id, Optional<String> condition, Optional<String> area) {
    return new CatalogueRow(
        id,
        "manhole_cover",
        condition,
        area.map(AreaId::new),
        new UnitId("works"),
        Set.of(),
        Set.of(),
        LocalDate.of(2024, 1, 1),
        Optional.empty());
  }

  private static CityPack pack(List<CatalogueRow> catalogue) {
    CityRules rules =
        new CityRules(
            "1",
            Wording.same("city"),
            "demo",
            ZoneId.of("Asia/Shanghai"),
            WorkingHours.DEFAULT,
            List.of(),
            catalogue,
            List.of(),
            List.of(),
            new ReviewRules(0.5, Set.of(), Set.of(), 2),
            "none",
            "none");
    return new CityPack(rules, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
