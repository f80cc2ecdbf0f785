package org.zhili.core.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.casework.SampleTypes;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;

/**
 * Prints are kept with editions: were one of these another, the editions that cities published
 * would hold no more.
 */
class ContentTest {
  private static final CalendarDay NEW_YEAR =
      new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦", "notice");
  private static final CalendarDay SUNDAY =
      new CalendarDay(LocalDate.of(2027, 1, 3), CalendarDay.Kind.MAKE_UP_WORKDAY, "元旦", "notice");
  private static final CatalogueRow ROW =
      new CatalogueRow(
          "DC-1",
          "manhole_cover",
          Optional.of("tilted"),
          Optional.of(new AreaId("east")),
          new UnitId("works"),
          Set.of(new UnitId("water"), new UnitId("telecom")),
          Set.of(),
          LocalDate.of(2026, 1, 1),
          Optional.of(LocalDate.of(2027, 6, 1)),
          Optional.of("list"));

  @Test
  void prints_are_the_same_in_every_release_and_in_any_order() {
    assertThat(new Content.Days(List.of(NEW_YEAR, SUNDAY)).print())
        .isEqualTo(new Content.Days(List.of(SUNDAY, NEW_YEAR)).print())
        .isEqualTo("1aafa3de7f53a5b4fcec5a91fd5c12e19c9bf27cec570ba45cbf3712eb459a69");
    assertThat(new Content.Rows(List.of(ROW)).print())
        .isEqualTo("b1ed870d84bb3858ce1e7ef0b4880086d9943f1818dbea61afc85a73be249280");
  }

  @Test
  void a_version_makes_no_difference_between_two_types() {
    assertThat(new Content.Type(SampleTypes.component(1)).print())
        .isEqualTo(new Content.Type(SampleTypes.component(7)).print());
  }
}
