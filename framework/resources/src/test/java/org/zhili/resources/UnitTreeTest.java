package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Registration;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.cases.CaseCountResource;
import org.zhili.resources.internal.cases.CaseHead;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.PlaceResource;
import org.zhili.resources.internal.cases.TodayResource;
import org.zhili.resources.internal.dispatch.CaseOrderResource;
import org.zhili.resources.internal.dispatch.OrderResource;
import org.zhili.resources.internal.dispatch.OrderView;
import org.zhili.resources.internal.live.Watch;
import org.zhili.resources.internal.scores.PeriodBody;
import org.zhili.resources.internal.scores.ScoreResource;
import org.zhili.resources.internal.scores.ScoreView;
import org.zhili.resources.live.Notice;

/** A unit sees what units below it handle, and leaves it to them. */
class UnitTreeTest {
  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final CaseResource cases = town.resource(CaseResource.class);
  private final OrderResource orders = town.resource(OrderResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void cases_of_its_sections_are_in_the_lists_counts_and_on_the_map_of_a_bureau() {
    String id = life.dispatched();
    life.act(life.dispatched(), Bodies.dispatch("telecom", "theirs"), LoggedIn.OPERATOR);
    assertThat(list(LoggedIn.BUREAU, null)).containsExactly(id);
    assertThat(list(LoggedIn.BUREAU, "municipal-works")).containsExactly(id);
    assertThat(list(LoggedIn.BUREAU, "telecom")).isEmpty();
    assertThat(list(LoggedIn.OPERATOR, "bureau")).as("with all below it").containsExactly(id);
    assertThat(list(LoggedIn.BUREAU.in("west"), null)).isEmpty();
    assertThat(town.resource(CaseCountResource.class).read(LoggedIn.BUREAU).open()).isEqualTo(1);
    assertThat(town.resource(TodayResource.class).read(LoggedIn.BUREAU).reported()).isEqualTo(1);
    assertThat(onMap(LoggedIn.BUREAU)).isEqualTo(1);
  }

  private List<String> list(LoggedIn by, @Nullable String unit) {
    return cases
        .list(List.of(), List.of(), null, unit, null, null, null, null, null, null, 50, by)
        .items()
        .stream()
        .map(CaseHead::id)
        .toList();
  }

  private int onMap(LoggedIn by) {
    var view =
        town.resource(PlaceResource.class)
            .list(List.of(), List.of(), null, null, null, null, null, "false", by);
    return view.items().size() + view.unplaced();
  }

  @Test
  void a_section_sees_no_case_of_the_bureau_above_it() {
    String id = life.dispatched();
    life.act(id, Bodies.dispatch("bureau", "itself"), LoggedIn.OPERATOR);
    assertThat(list(LoggedIn.BUREAU, null)).containsExactly(id);
    assertThat(list(LoggedIn.WORKS, null)).isEmpty();
    refused(404, "ZL-2001", () -> cases.read(id, LoggedIn.WORKS));
  }

  @Test
  void a_bureau_reads_the_case_of_its_section_and_does_nothing_in_it() {
    String id = life.dispatched();
    assertThat(Life.detail(cases.read(id, LoggedIn.BUREAU)).possible()).isEmpty();
    refused(403, "ZL-2006", () -> life.act(id, Bodies.action("acknowledge"), LoggedIn.BUREAU));
    refused(403, "ZL-2016", () -> life.act(id, Bodies.action("note", "hm"), LoggedIn.BUREAU));
  }

  @Test
  void a_bureau_sees_the_orders_of_its_section_and_receives_none_of_them() {
    String id = life.dispatched();
    long order = orders(LoggedIn.BUREAU).get(0).id();
    assertThat(orders(LoggedIn.BUREAU)).isEqualTo(orders(LoggedIn.WORKS)).hasSize(1);
    assertThat(town.resource(CaseOrderResource.class).list(id, LoggedIn.BUREAU)).hasSize(1);
    refused(404, "ZL-3018", () -> orders.acknowledge(order, LoggedIn.BUREAU));
  }

  private List<OrderView> orders(LoggedIn by) {
    return orders.list(List.of(), null, 50, by).items();
  }

  @Test
  void a_bureau_is_told_when_a_case_comes_to_its_section_and_when_it_leaves() {
    List<Runnable> beats = new ArrayList<>();
    List<Notice> heard = new ArrayList<>();
    try (Watch watch = new Watch(town.town(), new Scope(town.town().books()), beating(beats))) {
      watch.listen(LoggedIn.BUREAU.viewer().orElseThrow(), heard::add);
      String id = life.dispatched();
      beats.forEach(Runnable::run);
      assertThat(heard).singleElement().satisfies(n -> assertThat(n.cases()).hasSize(1));
      life.act(id, Bodies.dispatch("telecom", "theirs"), LoggedIn.OPERATOR);
      beats.forEach(Runnable::run);
      assertThat(heard).hasSize(2).endsWith(Notice.of(Notice.Topic.CASES));
    }
  }

  private static Watch.Beat beating(List<Runnable> beats) {
    return look -> {
      beats.add(look);
      Registration end = beats::clear;
      return end;
    };
  }

  @Test
  void a_bureau_reads_the_grade_of_its_section() {
    life.dispatched();
    town.pass(Duration.ofDays(2));
    ScoreResource scores = town.resource(ScoreResource.class);
    scores.run(
        new PeriodBody(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)), LoggedIn.SUPERVISOR);
    assertThat(scores.list(null, null, LoggedIn.BUREAU))
        .extracting(ScoreView::unit)
        .containsExactly("municipal-works");
    assertThat(scores.read("municipal-works", null, null, LoggedIn.BUREAU).sample()).isPositive();
    assertThat(scores.list(null, null, LoggedIn.TELECOM)).isEmpty();
  }
}
