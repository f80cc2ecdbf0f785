package org.zhili.core.timer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.Transactions;

/** Renews the leases of the timers this node is at work on, however long that takes. */
final class TimerLeases implements AutoCloseable {
  /** For so long a timer stays with a node that is not heard of. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final Duration RENEWED = LEASE.dividedBy(3);
  private static final Logger LOG = LoggerFactory.getLogger(TimerLeases.class);

  private final Transactions transactions;
  private final TimerStore store;
  private final Set<TimerClaim> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  TimerLeases(Transactions transactions, TimerStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  void start() {
    Thread thread = new Thread(this::renewAgainAndAgain, "zhili-timers-leases");
    thread.setDaemon(true);
    thread.start();
  }

  void hold(TimerClaim claim) {
    held.add(claim);
  }

  void release(TimerClaim claim) {
    held.remove(claim);
  }

  private void renewAgainAndAgain() {
    try {
      while (!closed.await(RENEWED.toMillis(), TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Renew all leases once; one that cannot be renewed does not keep the others from it. */
  void renew() {
    for (TimerClaim claim : held) {
      try {
        if (!transactions.run(() -> store.renew(claim, LEASE)) && held.contains(claim)) {
          LOG.warn("Timer {} {} was taken over by another node", claim.kind(), claim.key());
        }
      } catch (RuntimeException e) {
        LOG.warn("A lease could not be renewed; trying again: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
