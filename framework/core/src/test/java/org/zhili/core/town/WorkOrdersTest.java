package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.WORKER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.dispatch.WorkOrder;

/** What becomes of the orders of a case that ends. */
class WorkOrdersTest {
  private final TownFixture city = new TownFixture(Optional.empty());

  @BeforeEach
  void dispatched() throws Exception {
    city.strategy();
    city.publish("tilted");
    act(WORKER, new CaseAction.Advance("acknowledge", "", List.of()));
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_closed_case_leaves_the_order_that_was_taken_on_and_withdraws_what_was_not() {
    Evidence photo = new Evidence("photo-after", "p");
    act(WORKER, new CaseAction.Advance("feed-back", "", List.of(photo)));
    act(SUPERVISOR, new CaseAction.Advance("close", "", List.of()));

    assertThat(city.town.orders().of(onlyCase().id()))
        .extracting(WorkOrder::role, WorkOrder::status)
        .containsExactly(
            tuple(WorkOrder.Role.LEAD, WorkOrder.Status.ACKNOWLEDGED),
            tuple(WorkOrder.Role.CC_SUPERVISE, WorkOrder.Status.WITHDRAWN));
  }

  @Test
  void a_case_that_was_opened_by_mistake_leaves_nobody_an_order() {
    act(OPERATOR, new CaseAction.Annul("a test"));

    assertThat(city.town.orders().of(onlyCase().id()))
        .extracting(WorkOrder::status)
        .containsExactly(WorkOrder.Status.WITHDRAWN, WorkOrder.Status.WITHDRAWN);
  }

  private void act(Actor actor, CaseAction action) {
    assertThat(city.town.desk().act(onlyCase().id(), action, actor, OptionalLong.empty()))
        .isInstanceOf(Outcome.Moved.class);
    city.settle();
  }

  private CaseFile onlyCase() {
    return city.transactions
        .run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(1)))
        .get(0);
  }
}
