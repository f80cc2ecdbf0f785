package org.zhili.core.timer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;

/**
 * Claims due timers and hands them to their handlers.
 *
 * <p>A timer whose handler fails is tried again after a growing pause, and set aside for a person
 * after {@link #ATTEMPTS} tries. One whose handler misses a plug-in or the store waits for as long
 * as that takes, and so does one of a kind nobody handles here. Pauses are in real time.
 */
public final class TimerWorkers implements AutoCloseable {
  static final int ATTEMPTS = 8;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 200;
  private static final int CLAIM = 16;
  private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(1);
  private static final Duration UNTIL_IT_COMES = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(TimerWorkers.class);

  private final Transactions transactions;
  private final TimerStore store;
  private final InstantSource clock;
  private final Map<String, TimerHandler> handlers = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private long kicks;
  private volatile boolean closed;

  public TimerWorkers(Transactions transactions, TimerStore store, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /** Let this handler do timers of the kind. */
  public void register(String kind, TimerHandler handler) {
    if (handlers.putIfAbsent(kind, handler) != null) {
      throw new IllegalArgumentException("two handlers for timers of kind " + kind);
    }
  }

  public void start(int workers) {
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(this::work, "zhili-timers-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Look for due timers now rather than at the next poll. */
  public void kick() {
    lock.lock();
    try {
      kicks++;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Try at once whatever was given back: what it failed for want of may have come. */
  public void hurry() {
    transactions.run(store::hurry);
    kick();
  }

  /** Stop taking timers, and wait up to 5 s for those under way. */
  @Override
  public void close() {
    closed = true;
    kick();
    for (Thread thread : threads) {
      try {
        thread.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void work() {
    long seen = 0;
    while (!closed) {
      int done = 0;
      try {
        seen = kicksNow();
        done = runDue();
      } catch (RuntimeException e) {
        LOG.warn("Timers could not be claimed; trying again: {}", e.toString());
      }
      if (done == 0 && !closed) {
        pause(seen);
      }
    }
  }

  private long kicksNow() {
    lock.lock();
    try {
      return kicks;
    } finally {
      lock.unlock();
    }
  }

  private void pause(long seen) {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
      while (kicks == seen && !closed && nanos > 0) {
        nanos = wake.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Do what is due now, on this thread; answers how many timers were taken. */
  public int runDue() {
    List<TimerClaim> claims = transactions.run(() -> store.claim(clock.instant(), LEASE, CLAIM));
    for (TimerClaim claim : claims) {
      fire(claim);
    }
    return claims.size();
  }

  private void fire(TimerClaim claim) {
    TimerHandler handler = handlers.get(claim.kind());
    try {
      TimerHandler.Effect effect =
          handler == null
              ? TimerHandler.Effect.notYet("nobody here handles timers of kind " + claim.kind())
              : handler.handle(claim);
      if (effect instanceof NotYet notYet) {
        transactions.run(() -> store.postpone(claim, UNTIL_IT_COMES, notYet.missing()));
      } else {
        complete(claim, effect);
      }
    } catch (StoreConflict e) {
      giveBack(claim, e.toString());
    } catch (StoreUnavailable e) {
      transactions.run(() -> store.postpone(claim, UNTIL_IT_ANSWERS, e.toString()));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed(claim, e);
    }
  }

  private void complete(TimerClaim claim, TimerHandler.Effect effect) {
    transactions.run(
        () -> {
          if (!store.complete(claim)) {
            throw new StoreConflict("timer " + claim.id() + " was taken over by another node");
          }
          effect.apply();
        });
  }

  private void failed(TimerClaim claim, Throwable e) {
    if (claim.attempts() >= ATTEMPTS) {
      LOG.warn("Timer {} {} failed {} times", claim.kind(), claim.key(), ATTEMPTS, e);
      transactions.run(() -> store.bury(claim, clock.instant(), e.toString()));
    } else {
      LOG.debug("Timer {} {} failed; trying again", claim.kind(), claim.key(), e);
      giveBack(claim, e.toString());
    }
  }

  private void giveBack(TimerClaim claim, String error) {
    Duration growing = Duration.ofMillis(100L << Math.min(claim.attempts(), 10));
    Duration pause = growing.compareTo(LONGEST) < 0 ? growing : LONGEST;
    transactions.run(() -> store.giveBack(claim, pause, error));
  }
}
