package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;

/** What is frequent, and how today goes. */
class HotResourceTest extends CasesFixture {
  private final HotResource hot = town.resource(HotResource.class);
  private final TodayResource today = town.resource(TodayResource.class);

  @Test
  void types_are_compared_with_the_stretch_of_the_same_length_before() {
    reported("east-1", "west");
    town.pass(Duration.ofDays(7));
    reported("east-1");

    HotView view = hot.list("type", null, null, null, 10, LoggedIn.OPERATOR);
    assertThat(view.rows())
        .extracting(HotView.Row::id, r -> r.name().zh(), HotView.Row::now, HotView.Row::before)
        .containsExactly(tuple("test.component/missing", missing(), 1L, 2L));
    assertThat(view.rows().get(0).change()).isEqualTo(-1);
    assertThat(view.rows().get(0).percent()).contains(-50L);
    assertThat(view.until()).as("so far").isEqualTo(town.town().clock().instant());
    assertThat(Duration.between(view.before(), view.from()))
        .isEqualTo(Duration.between(view.from(), view.until()));
  }

  private String missing() {
    return town.file(life.report(Bodies.report("west", Optional.empty())).head().id())
        .filing()
        .flatMap(f -> town.town().types().current("test.component").flatMap(type -> type.filing(f)))
        .orElseThrow()
        .name()
        .zh();
  }

  @Test
  void there_is_no_percentage_of_nothing() {
    reported("west");
    HotView.Row row = areas(null, LoggedIn.OPERATOR).rows().get(0);
    assertThat(row.change()).isEqualTo(1);
    assertThat(row.percent()).isEmpty();
  }

  @Test
  void areas_are_counted_with_all_that_lies_in_them_as_far_as_somebody_sees() {
    reported("east-1", "east-1", "east", "west", "city");

    assertThat(counted("district", LoggedIn.OPERATOR))
        .containsExactly("east 3", "city 1", "west 1");
    assertThat(counted("community", LoggedIn.OPERATOR))
        .containsExactly("east-1 2", "city 1", "east 1", "west 1");
    assertThat(counted(null, LoggedIn.OPERATOR))
        .containsExactly("east-1 2", "city 1", "east 1", "west 1");
    assertThat(counted("district", LoggedIn.SUPERVISOR.in("east-1"))).containsExactly("east-1 2");
    assertThat(counted("district", LoggedIn.OPERATOR.in("west"))).containsExactly("west 1");
    assertThat(counted("district", LoggedIn.WORKS)).isEmpty();
    assertThat(counted("district", LoggedIn.UNIT_OF_NOTHING)).isEmpty();
    refused(401, "ZL-3001", () -> areas(null, LoggedIn.NOBODY));
  }

  private List<String> counted(@Nullable String level, LoggedIn by) {
    return areas(level, by).rows().stream().map(row -> row.id() + " " + row.now()).toList();
  }

  private HotView areas(@Nullable String level, LoggedIn by) {
    return hot.list("area", level, null, null, 50, by);
  }

  @Test
  void a_period_is_named_by_its_days_and_the_list_is_as_long_as_asked() {
    reported("east-1", "east-1", "west");
    String day = LocalDate.of(2026, 11, 23).toString();
    assertThat(hot.list("area", null, day, day, 1, LoggedIn.OPERATOR).rows())
        .extracting(HotView.Row::id)
        .containsExactly("east-1");
    String before = LocalDate.of(2026, 11, 22).toString();
    assertThat(hot.list("area", null, before, before, 9, LoggedIn.OPERATOR).rows()).isEmpty();
    refused(422, "ZL-3028", () -> hot.list("area", null, day, before, 9, LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> hot.list("unit", null, null, null, 9, LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> hot.list("type", null, day, null, 9, LoggedIn.OPERATOR));
  }

  @Test
  void today_is_the_citys_day() {
    life.closed();
    reported("west");
    TodayView view = today.read(LoggedIn.OPERATOR);
    assertThat(view).isEqualTo(new TodayView(LocalDate.of(2026, 11, 23), 2, 1));
    assertThat(today.read(LoggedIn.OPERATOR.in("west")).reported()).isEqualTo(1);
    assertThat(today.read(LoggedIn.UNIT_OF_NOTHING).reported()).isZero();
    town.pass(Duration.ofDays(1));
    assertThat(today.read(LoggedIn.OPERATOR).reported()).isZero();
  }

  private void reported(String... areas) {
    for (String area : areas) {
      life.report(Bodies.report(area, Optional.empty()));
    }
    town.pass(Duration.ofSeconds(1));
  }
}
