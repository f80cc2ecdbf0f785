package org.zhili.core.timer;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.Transactions;

/** Renews the leases of the timers this node is at work on, however long that takes. */
final class TimerLeases implements AutoCloseable {
  /** For so long a timer stays with a node that is not heard of. */
  static final Duration LEASE = Duration.ofSeconds(20);

  static final Duration RENEWED = LEASE.dividedBy(3);

  private static final Logger LOG = LoggerFactory.getLogger(TimerLeases.class);

  private final Transactions transactions;
  private final TimerStore store;
  private final Duration pause;
  private final Thread renewing = new Thread(this::renewAgainAndAgain, "zhili-timers-leases");
  private final Set<TimerClaim> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Set<TimerClaim> refused = Set.of();

  /**
   * Set up.
   *
   * @param pause between two renewals, in real time
   */
  TimerLeases(Transactions transactions, TimerStore store, Duration pause) {
    this.transactions = transactions;
    this.store = store;
    this.pause = pause;
  }

  void start() {
    renewing.setDaemon(true);
    renewing.start();
  }

  boolean isRenewing() {
    return renewing.isAlive();
  }

  void hold(TimerClaim claim) {
    held.add(claim);
  }

  void release(TimerClaim claim) {
    held.remove(claim);
  }

  /** The timers that are under way here. */
  Set<Long> heldIds() {
    return held.stream().map(TimerClaim::id).collect(Collectors.toUnmodifiableSet());
  }

  private void renewAgainAndAgain() {
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        renew();
      }
      while (!held.isEmpty()) {
        renew();
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Renew all leases once, together: several transactions might each wait for others to write.
   *
   * @return those that could not be renewed this time and the last. Once is no sign that another
   *     node took over: the work may be done and not yet released.
   */
  synchronized Set<TimerClaim> renew() {
    List<TimerClaim> all = held.stream().sorted(Comparator.comparingLong(TimerClaim::id)).toList();
    if (all.isEmpty()) {
      return Set.of();
    }
    try {
      Set<TimerClaim> before = refused;
      refused =
          Set.copyOf(
              transactions.run(
                  () -> all.stream().filter(claim -> !store.renew(claim, LEASE)).toList()));
      Set<TimerClaim> lost = new HashSet<>(refused);
      lost.retainAll(before);
      lost.retainAll(held);
      lost.forEach(
          claim ->
              LOG.warn("Timer {} {} was taken over by another node", claim.kind(), claim.key()));
      return lost;
    } catch (Throwable e) { // whatever it is, the next renewal may go well
      LOG.warn("Leases could not be renewed; trying again: {}", e.toString());
      return Set.of();
    }
  }

  /** Renew no longer than something is held. */
  @Override
  public void close() {
    closed.countDown();
  }
}
