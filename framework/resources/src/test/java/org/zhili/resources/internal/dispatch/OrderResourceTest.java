package org.zhili.resources.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.cases.TraceView;

/** Orders to units, and their signatures. */
class OrderResourceTest {
  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final ReviewResource reviews = town.resource(ReviewResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void an_order_is_delivered_and_acknowledged_by_its_unit() {
    life.dispatched();
    town.work();
    OrderResource orders = town.resource(OrderResource.class);
    OrderView order = orders(LoggedIn.WORKS).get(0);
    assertThat(order.number()).isEqualTo("ZL-20261123-000001");
    assertThat(order.deliveredAt()).isPresent();
    orders.acknowledge(order.id(), LoggedIn.WORKS);
    OrderView acknowledged = orders(LoggedIn.WORKS).get(0);
    assertThat(acknowledged.acknowledgedAt()).isPresent();
    orders.acknowledge(order.id(), LoggedIn.WORKS);
    assertThat(orders(LoggedIn.WORKS)).as("again is nothing").containsExactly(acknowledged);
  }

  @Test
  void the_lead_that_acknowledges_its_order_takes_the_case_on() {
    String id = life.dispatched();
    OrderResource orders = town.resource(OrderResource.class);
    orders.acknowledge(orders(LoggedIn.WORKS).get(0).id(), LoggedIn.WORKS);

    assertThat(town.file(id).state()).isEqualTo(CaseState.HANDLING);
    assertThat(town.file(id).clocks())
        .filteredOn(clock -> clock.milestone().equals("respond"))
        .allSatisfy(clock -> assertThat(clock.metAt()).isPresent());
    assertThat(last(id).action()).isEqualTo("acknowledge");
    assertThat(last(id).actor()).isEqualTo("wang");
  }

  @Test
  void a_copy_is_acknowledged_and_the_case_stays_where_it_is() {
    String id = waiting();
    reviews.decide(
        id,
        new DecisionBody(
            "municipal-works", List.of(), List.of("telecom"), List.of(), "both of them"),
        null,
        LoggedIn.OPERATOR);
    OrderResource orders = town.resource(OrderResource.class);
    OrderView copy = orders(LoggedIn.TELECOM).get(0);
    orders.acknowledge(copy.id(), LoggedIn.TELECOM);

    assertThat(orders(LoggedIn.TELECOM).get(0).acknowledgedAt()).isPresent();
    assertThat(town.file(id).state()).isEqualTo(CaseState.DISPATCHED);
  }

  @Test
  void an_order_that_was_withdrawn_is_acknowledged_no_more() {
    String id = life.dispatched();
    OrderResource orders = town.resource(OrderResource.class);
    long order = orders(LoggedIn.WORKS).get(0).id();
    life.act(id, Bodies.dispatch("telecom", "their cover"), LoggedIn.OPERATOR);
    refused(404, "ZL-3018", () -> orders.acknowledge(order, LoggedIn.WORKS));
  }

  @Test
  void a_unit_reaches_its_older_orders_page_by_page_and_by_status() {
    String first = life.dispatched();
    String second = life.dispatched("west");
    town.work();
    OrderResource orders = town.resource(OrderResource.class);
    orders.acknowledge(orders(LoggedIn.WORKS).get(0).id(), LoggedIn.WORKS);
    Paging.Page<OrderView> page = orders.list(List.of(), null, 1, LoggedIn.WORKS);
    assertThat(page.items()).extracting(OrderView::caseId).containsExactly(second);
    assertThat(orders.list(List.of(), page.next().orElseThrow(), 1, LoggedIn.WORKS).items())
        .extracting(OrderView::caseId)
        .containsExactly(first);
    assertThat(orders.list(List.of("delivered"), null, 9, LoggedIn.WORKS).items())
        .extracting(OrderView::caseId)
        .containsExactly(first);
    assertThat(orders.list(List.of(), null, 9, LoggedIn.WORKS.in("west")).items())
        .extracting(OrderView::caseId)
        .containsExactly(second);
    refused(422, "ZL-3011", () -> orders.list(List.of("lost"), null, 9, LoggedIn.WORKS));
  }

  private List<OrderView> orders(LoggedIn by) {
    return town.resource(OrderResource.class).list(List.of(), null, 50, by).items();
  }

  private String waiting() {
    return waiting("east-1");
  }

  private String waiting(String area) {
    town.advise(TestTown.WORKS);
    String id = accepted(area);
    town.work();
    return id;
  }

  private TraceView.Entry last(String id) {
    List<TraceView.Entry> entries =
        town.resource(CaseTraceResource.class).read(id, LoggedIn.SUPERVISOR).entries();
    return entries.get(entries.size() - 1);
  }

  private String accepted(String area) {
    String id = life.report(Bodies.report(area, Optional.empty())).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    return id;
  }
}
