package org.zhili.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleFiles.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseListener;
import org.zhili.core.casework.InMemoryCaseStore;
import org.zhili.core.casework.SampleFiles;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.timer.InMemoryTimerStore;
import org.zhili.core.timer.TimerWorkers;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** A recipient that cannot be reached is nobody else's trouble, and is never taken for reached. */
class OrderDeliveryTest {
  private static final UnitId LEAD = new UnitId("municipal-works");
  private static final UnitId CC = new UnitId("urban-enforcement");

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryTimerStore timerStore = new InMemoryTimerStore(transactions);
  private final InMemoryCaseStore cases = new InMemoryCaseStore(transactions);
  private final Fax fax = new Fax();
  private Instant now = NOON;
  private final WorkOrders orders =
      new WorkOrders(
          transactions,
          new WorkOrders.Stores(new InMemoryOrderStore(transactions), timerStore, cases),
          () -> now,
          unit -> unit.equals(CC) ? fax : DeliveryChannel.INBOX);
  private final TimerWorkers timers = new TimerWorkers(transactions, timerStore, () -> now);
  private CaseFile file = SampleFiles.opened(1);

  @BeforeEach
  void dispatched() {
    timers.register(WorkOrders.DELIVER, orders);
    transactions.run(() -> cases.insert(file));
    dispatch();
    timers.runDue();
  }

  private void dispatch() {
    Assignment both = new Assignment(Optional.of(LEAD), Set.of(), Set.of(CC), Set.of());
    CaseAction action =
        new CaseAction.Dispatch(LEAD, Set.of(), Set.of(CC), Set.of(), Wording.same("why"));
    file = SampleFiles.with(file, Standing.OPEN, CaseState.DISPATCHED, both);
    changed(action, "dispatch");
  }

  private void changed(CaseAction action, String name) {
    CaseEvent event =
        new CaseEvent(file.id(), 2, name, file.step(), file.state(), file.standing(), "o", now);
    CaseListener.Change change =
        new CaseListener.Change(Optional.of(file), file, Optional.of(action), event);
    transactions.run(() -> orders.changed(change));
  }

  /** Let time pass, a minute at a time, and do what falls due. */
  private void pass(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      now = now.plusSeconds(60);
      timers.runDue();
    }
  }

  private WorkOrder order(UnitId unit) {
    List<WorkOrder> all = orders.of(file.id()).stream().filter(o -> o.unit().equals(unit)).toList();
    return all.get(all.size() - 1);
  }

  @Test
  void the_lead_has_its_order_at_once_and_the_copy_that_failed_is_not_counted_as_sent() {
    assertThat(order(LEAD).status()).isEqualTo(WorkOrder.Status.DELIVERED);
    assertThat(order(LEAD).deliveredAt()).contains(NOON);
    assertThat(order(CC).role()).isEqualTo(WorkOrder.Role.CC_SUPERVISE);
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.ISSUED);
    assertThat(order(CC).deliveredAt()).isEmpty();
    assertThat(order(CC).attempts()).isEqualTo(1);
    assertThat(order(CC).lastError()).contains("no paper");
  }

  @Test
  void the_copy_is_tried_again_with_growing_pauses_for_about_three_days_and_has_then_failed() {
    pass(Duration.ofHours(60));
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.ISSUED);
    pass(Duration.ofHours(24));
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.FAILED);
    assertThat(order(CC).deliveredAt()).isEmpty();
    assertThat(order(CC).lastError()).contains("no paper");
    assertThat(order(CC).attempts()).isEqualTo(fax.tries.size());
    assertThat(fax.pauses()).isSorted().hasSizeGreaterThan(10).doesNotContain(Duration.ZERO);

    fax.tries.clear();
    pass(Duration.ofDays(3));
    assertThat(fax.tries).as("a person must call now").isEmpty();
    assertThat(order(LEAD).attempts()).as("the lead was not written to again").isEqualTo(1);
  }

  @Test
  void a_channel_that_works_again_delivers_at_the_next_try_and_no_more() {
    pass(Duration.ofHours(1));
    fax.broken = false;
    pass(Duration.ofHours(2));
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.DELIVERED);
    assertThat(order(CC).deliveredAt()).contains(fax.last());
    assertThat(order(CC).lastError()).isEmpty();

    fax.tries.clear();
    pass(Duration.ofDays(1));
    assertThat(fax.tries).isEmpty();
  }

  @Test
  void a_channel_that_breaks_is_tried_again_like_one_that_says_no() {
    fax.onFire = true;
    pass(Duration.ofHours(1));
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.ISSUED);
    assertThat(order(CC).lastError()).hasValueSatisfying(e -> assertThat(e).contains("smoke"));

    fax.onFire = false;
    fax.broken = false;
    pass(Duration.ofHours(2));
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.DELIVERED);
  }

  @Test
  void who_was_called_acknowledges_an_order_that_could_not_be_delivered() {
    pass(Duration.ofDays(4));
    assertThat(orders.acknowledge(order(CC).id(), LEAD)).as("another unit's").isFalse();
    assertThat(orders.acknowledge(order(CC).id(), CC)).isTrue();
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.ACKNOWLEDGED);
    assertThat(order(CC).deliveredAt()).as("it was never delivered").isEmpty();
  }

  @Test
  void a_case_that_is_dispatched_again_is_delivered_anew_to_whom_it_had_failed() {
    pass(Duration.ofDays(4));
    fax.broken = false;
    dispatch();
    timers.runDue();
    assertThat(orders.of(file.id()))
        .filteredOn(order -> order.unit().equals(CC))
        .extracting(WorkOrder::status)
        .containsExactly(WorkOrder.Status.WITHDRAWN, WorkOrder.Status.DELIVERED);
  }

  @Test
  void what_was_withdrawn_is_not_tried_again() {
    file = SampleFiles.next(file, Standing.VOID);
    changed(new CaseAction.Annul("a test"), "annul");
    fax.tries.clear();
    pass(Duration.ofDays(1));
    assertThat(fax.tries).isEmpty();
    assertThat(order(CC).status()).isEqualTo(WorkOrder.Status.WITHDRAWN);
  }

  /** A way that does not work until it is mended. */
  private final class Fax implements DeliveryChannel {
    private final List<Instant> tries = new ArrayList<>();
    private boolean broken = true;
    private boolean onFire;

    @Override
    public String id() {
      return "fax";
    }

    @Override
    public Optional<String> deliver(WorkOrder order, CaseFile delivered) {
      tries.add(now);
      if (onFire) {
        throw new IllegalStateException("smoke");
      }
      return broken ? Optional.of("no paper") : Optional.empty();
    }

    Instant last() {
      return tries.get(tries.size() - 1);
    }

    List<Duration> pauses() {
      List<Duration> pauses = new ArrayList<>();
      for (int i = 1; i < tries.size(); i++) {
        pauses.add(Duration.between(tries.get(i - 1), tries.get(i)));
      }
      return pauses;
    }
  }
}
