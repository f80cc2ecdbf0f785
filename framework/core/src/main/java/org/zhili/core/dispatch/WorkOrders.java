package org.zhili.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseListener;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.id.UnitId;

/**
 * Issues a work order to every recipient of a dispatch and delivers each by itself, trying again
 * with growing pauses for about three days.
 */
public final class WorkOrders implements CaseListener, TimerHandler {
  public static final String DELIVER = "deliver";
  static final int ATTEMPTS = 24;

  private static final Logger LOG = LoggerFactory.getLogger(WorkOrders.class);

  private final Transactions transactions;
  private final OrderStore orders;
  private final TimerStore timers;
  private final CaseStore cases;
  private final InstantSource clock;
  private final Function<UnitId, DeliveryChannel> channels;

  /**
   * Set up.
   *
   * @param channels the way each unit wants its orders
   */
  public WorkOrders(
      Transactions transactions,
      Stores stores,
      InstantSource clock,
      Function<UnitId, DeliveryChannel> channels) {
    this.transactions = transactions;
    this.orders = stores.orders();
    this.timers = stores.timers();
    this.cases = stores.cases();
    this.clock = clock;
    this.channels = channels;
  }

  /** The stores work orders need. */
  public record Stores(OrderStore orders, TimerStore timers, CaseStore cases) {}

  @Override
  public void changed(Change change) {
    boolean handedBack =
        change.action().filter(CaseAction.DecideReturn.class::isInstance).isPresent()
            && change.after().assignment().lead().isEmpty();
    if (change.after().standing() == Standing.CLOSED) {
      orders.withdrawUntaken(change.after().id(), change.event().at());
    } else if (handedBack || change.after().standing().ended()) {
      orders.withdraw(change.after().id(), change.event().at());
    }
    if (change.action().filter(CaseAction.Dispatch.class::isInstance).isPresent()) {
      orders.withdraw(change.after().id(), change.event().at());
      issue(change.after(), change.event().at());
    }
    if (change.action().filter(CaseAction.Reopen.class::isInstance).isPresent()) {
      issue(change.after(), change.event().at());
    }
    if (change.event().action().equals("acknowledge")) {
      acknowledgeLead(change.after(), change.event().at());
    }
  }

  private void issue(CaseFile file, Instant at) {
    int round = file.counts().hops();
    file.assignment().lead().ifPresent(u -> issue(file, u, WorkOrder.Role.LEAD, round, at));
    issueAll(file, file.assignment().assisting(), WorkOrder.Role.ASSIST, round, at);
    issueAll(file, file.assignment().supervising(), WorkOrder.Role.CC_SUPERVISE, round, at);
    issueAll(file, file.assignment().notified(), WorkOrder.Role.NOTIFY, round, at);
  }

  private void issueAll(
      CaseFile file, Set<UnitId> units, WorkOrder.Role role, int round, Instant at) {
    units.stream().sorted().forEach(unit -> issue(file, unit, role, round, at));
  }

  private void issue(CaseFile file, UnitId unit, WorkOrder.Role role, int round, Instant at) {
    long id = orders.issue(file.id(), file.report().area(), unit, role, round, at);
    timers.add(NewTimer.of(DELIVER, Long.toString(id), at));
  }

  private void acknowledgeLead(CaseFile file, Instant at) {
    orders.of(file.id()).stream()
        .filter(o -> o.role() == WorkOrder.Role.LEAD && untaken(o))
        .forEach(o -> orders.acknowledged(o.id(), at));
  }

  /** A recipient says it has its order; false when the order is not the unit's, or withdrawn. */
  public boolean acknowledge(long id, UnitId unit) {
    return transactions.run(
        () -> {
          Optional<WorkOrder> order =
              orders.find(id).filter(o -> o.unit().equals(unit) && untaken(o));
          order.ifPresent(o -> orders.acknowledged(id, clock.instant()));
          return order.isPresent();
        });
  }

  public Optional<WorkOrder> find(long id) {
    return transactions.read(() -> orders.find(id));
  }

  /** The orders of some units, newest first. */
  public List<WorkOrder> list(OrderStore.Query query) {
    return transactions.read(() -> orders.list(query));
  }

  public List<WorkOrder> of(org.zhili.id.CaseId caseId) {
    return transactions.read(() -> orders.of(caseId));
  }

  @Override
  public Effect handle(TimerClaim claim) {
    long id = Long.parseLong(claim.key());
    Optional<WorkOrder> order = transactions.read(() -> orders.find(id));
    if (order.filter(o -> o.status() == WorkOrder.Status.ISSUED).isEmpty()) {
      return Effect.NOTHING;
    }
    CaseFile file = transactions.read(() -> cases.find(order.get().caseId())).orElseThrow();
    DeliveryChannel channel = channels.apply(order.get().unit());
    Optional<String> error = deliver(channel, order.get(), file);
    Instant at = clock.instant();
    return () -> {
      orders.delivered(id, channel.id(), at, error);
      if (error.isPresent()) {
        again(order.get(), at);
      }
    };
  }

  /** A channel that breaks has not delivered, and is asked again like one that says so. */
  private static Optional<String> deliver(DeliveryChannel channel, WorkOrder order, CaseFile file) {
    try {
      return channel.deliver(order, file);
    } catch (RuntimeException e) {
      LOG.warn("order {} could not be delivered by {}", order.id(), channel.id(), e);
      return Optional.of(e.toString());
    }
  }

  private void again(WorkOrder order, Instant at) {
    int attempt = order.attempts() + 1;
    if (attempt >= ATTEMPTS) {
      orders.failed(order.id(), at);
      return;
    }
    Duration pause = Duration.ofSeconds(Math.min(6 * 3600L, 5L << Math.min(attempt, 12)));
    timers.add(NewTimer.of(DELIVER, Long.toString(order.id()), at.plus(pause)));
  }

  /** Also what could not be delivered: somebody may have called. */
  private static boolean untaken(WorkOrder order) {
    return order.status() != WorkOrder.Status.ACKNOWLEDGED
        && order.status() != WorkOrder.Status.WITHDRAWN;
  }
}
