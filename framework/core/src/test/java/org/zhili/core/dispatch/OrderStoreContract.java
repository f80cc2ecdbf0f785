package org.zhili.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Transactions;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** What an {@link OrderStore} promises. Every test begins with an empty store. */
public abstract class OrderStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");
  private static final CaseId ONE = new CaseId(new UUID(1, 1));
  private static final CaseId OTHER = new CaseId(new UUID(2, 2));
  private static final AreaId EAST = new AreaId("east");
  private static final AreaId WEST = new AreaId("west");
  private static final UnitId WORKS = new UnitId("works");
  private static final UnitId GAS = new UnitId("gas");

  protected abstract Transactions transactions();

  protected abstract OrderStore store();

  private long issue(CaseId caseId, UnitId unit, WorkOrder.Role role) {
    return transactions().run(() -> store().issue(caseId, EAST, unit, role, 2, AT));
  }

  private List<WorkOrder> list(int limit) {
    return store()
        .list(new OrderStore.Query(Set.of(WORKS), Set.of(), Set.of(), Optional.empty(), limit));
  }

  private void delivered(long id, Instant at, Optional<String> error) {
    transactions().run(() -> store().delivered(id, "mail", at, error));
  }

  private WorkOrder order(long id) {
    return store().find(id).orElseThrow();
  }

  @Test
  void an_order_is_issued_under_an_id_of_its_own() {
    long id = issue(ONE, WORKS, WorkOrder.Role.CC_SUPERVISE);

    assertThat(order(id))
        .isEqualTo(
            new WorkOrder(
                id,
                ONE,
                WORKS,
                WorkOrder.Role.CC_SUPERVISE,
                2,
                WorkOrder.Status.ISSUED,
                AT,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(store().find(id + 77)).isEmpty();
  }

  @Test
  void orders_of_a_case_come_oldest_first() {
    long first = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    issue(OTHER, WORKS, WorkOrder.Role.LEAD);
    long second = issue(ONE, GAS, WorkOrder.Role.NOTIFY);

    assertThat(store().of(ONE)).containsExactly(order(first), order(second));
  }

  @Test
  void orders_of_a_unit_come_newest_first_without_those_withdrawn() {
    long first = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long second = issue(OTHER, WORKS, WorkOrder.Role.ASSIST);
    issue(OTHER, GAS, WorkOrder.Role.LEAD);
    long third = issue(ONE, WORKS, WorkOrder.Role.ASSIST);

    assertThat(list(9)).containsExactly(order(third), order(second), order(first));
    assertThat(list(1)).containsExactly(order(third));
    transactions().run(() -> store().withdraw(ONE, AT));
    assertThat(list(9)).containsExactly(order(second));
  }

  @Test
  void orders_are_narrowed_to_statuses_and_areas_and_read_on_behind_the_last_one() {
    long first = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long second = issue(OTHER, WORKS, WorkOrder.Role.LEAD);
    long west =
        transactions().run(() -> store().issue(OTHER, WEST, WORKS, WorkOrder.Role.LEAD, 1, AT));
    delivered(second, AT, Optional.empty());

    assertThat(list(Set.of(WorkOrder.Status.ISSUED), Set.of(), Optional.empty()))
        .containsExactly(order(west), order(first));
    assertThat(list(Set.of(), Set.of(EAST), Optional.of(west)))
        .containsExactly(order(second), order(first));
    assertThat(list(Set.of(), Set.of(), Optional.of(second))).containsExactly(order(first));
    transactions().run(() -> store().withdraw(ONE, AT));
    assertThat(list(Set.of(WorkOrder.Status.WITHDRAWN), Set.of(EAST, WEST), Optional.empty()))
        .containsExactly(order(first));
  }

  private List<WorkOrder> list(
      Set<WorkOrder.Status> statuses, Set<AreaId> areas, Optional<Long> after) {
    return store().list(new OrderStore.Query(Set.of(WORKS), statuses, areas, after, 9));
  }

  @Test
  void a_delivery_without_an_error_delivers() {
    long id = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    delivered(id, AT.plusSeconds(1), Optional.of("no answer"));
    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.ISSUED);
    assertThat(order(id).attempts()).isEqualTo(1);
    assertThat(order(id).lastError()).contains("no answer");
    assertThat(order(id).deliveredAt()).isEmpty();

    delivered(id, AT.plusSeconds(2), Optional.empty());
    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.DELIVERED);
    assertThat(order(id).attempts()).isEqualTo(2);
    assertThat(order(id).lastError()).isEmpty();
    assertThat(order(id).deliveredAt()).contains(AT.plusSeconds(2));
  }

  @Test
  void a_delivery_brings_no_withdrawn_or_acknowledged_order_back() {
    long withdrawn = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long acknowledged = issue(OTHER, WORKS, WorkOrder.Role.LEAD);
    transactions()
        .run(
            () -> {
              store().withdraw(ONE, AT);
              store().acknowledged(acknowledged, AT);
            });
    delivered(withdrawn, AT, Optional.empty());
    delivered(acknowledged, AT, Optional.empty());

    assertThat(order(withdrawn).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(acknowledged).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
    assertThat(order(acknowledged).attempts()).isEqualTo(1);
  }

  @Test
  void an_order_nobody_could_deliver_has_failed() {
    long id = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    delivered(id, AT, Optional.of("no such number"));
    transactions().run(() -> store().failed(id, AT));

    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.FAILED);
    assertThat(order(id).lastError()).contains("no such number");
    transactions().run(() -> store().acknowledged(id, AT.plusSeconds(1)));
    assertThat(order(id).status()).as("somebody called").isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
  }

  @Test
  void an_order_that_arrived_after_all_has_not_failed() {
    long id = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    transactions().run(() -> store().acknowledged(id, AT));
    transactions().run(() -> store().failed(id, AT));

    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
  }

  @Test
  void a_recipient_acknowledges_what_was_issued_or_delivered() {
    long issued = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long delivered = issue(ONE, GAS, WorkOrder.Role.ASSIST);
    delivered(delivered, AT, Optional.empty());
    transactions()
        .run(
            () -> {
              store().acknowledged(issued, AT.plusSeconds(1));
              store().acknowledged(delivered, AT.plusSeconds(2));
            });

    assertThat(order(issued).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
    assertThat(order(issued).acknowledgedAt()).contains(AT.plusSeconds(1));
    assertThat(order(delivered).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
    assertThat(order(delivered).acknowledgedAt()).contains(AT.plusSeconds(2));
  }

  @Test
  void a_withdrawn_order_stays_withdrawn() {
    long id = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long other = issue(OTHER, WORKS, WorkOrder.Role.LEAD);
    transactions().run(() -> store().withdraw(ONE, AT));
    transactions().run(() -> store().acknowledged(id, AT));
    transactions().run(() -> store().failed(id, AT));

    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(id).acknowledgedAt()).isEmpty();
    assertThat(order(other).status()).isEqualTo(WorkOrder.Status.ISSUED);
  }

  @Test
  void a_withdrawal_takes_acknowledged_and_failed_orders_too() {
    long acknowledged = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long failed = issue(ONE, GAS, WorkOrder.Role.ASSIST);
    transactions()
        .run(
            () -> {
              store().acknowledged(acknowledged, AT);
              store().failed(failed, AT);
              store().withdraw(ONE, AT);
            });

    assertThat(order(acknowledged).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(failed).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
  }

  @Test
  void a_withdrawal_of_what_nobody_took_on_leaves_what_was_acknowledged() {
    long issued = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long delivered = issue(ONE, WORKS, WorkOrder.Role.NOTIFY);
    long acknowledged = issue(ONE, WORKS, WorkOrder.Role.LEAD);
    long failed = issue(ONE, GAS, WorkOrder.Role.ASSIST);
    long other = issue(OTHER, WORKS, WorkOrder.Role.LEAD);
    delivered(delivered, AT, Optional.empty());
    transactions()
        .run(
            () -> {
              store().acknowledged(acknowledged, AT);
              store().failed(failed, AT);
              store().withdrawUntaken(ONE, AT);
            });

    assertThat(order(issued).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(delivered).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(acknowledged).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
    assertThat(order(failed).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
    assertThat(order(other).status()).isEqualTo(WorkOrder.Status.ISSUED);
  }

  @Test
  void what_a_failed_transaction_did_to_orders_is_undone() {
    long id = issue(ONE, WORKS, WorkOrder.Role.LEAD);

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().issue(ONE, EAST, GAS, WorkOrder.Role.ASSIST, 1, AT);
                          store().withdraw(ONE, AT);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().of(ONE)).containsExactly(order(id));
    assertThat(order(id).status()).isEqualTo(WorkOrder.Status.ISSUED);
  }
}
