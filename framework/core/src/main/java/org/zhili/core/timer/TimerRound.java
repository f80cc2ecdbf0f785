package org.zhili.core.timer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.core.store.Transactions;

/** Takes due timers of some kinds and sees each of them through. */
final class TimerRound {
  /** How often a timer is tried before it is set aside. */
  static final int ATTEMPTS = 8;

  private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(TimerRound.class);

  private final Transactions transactions;
  private final TimerStore store;
  private final InstantSource clock;
  private final TimerLeases leases;
  private final Map<String, TimerHandler> handlers;
  private final int atOnce;
  private final Set<Missing> told = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  /**
   * Set up.
   *
   * @param handlers by the kind they handle
   * @param atOnce how many timers are taken at once
   */
  TimerRound(
      Transactions transactions,
      TimerStore store,
      InstantSource clock,
      TimerLeases leases,
      Map<String, TimerHandler> handlers,
      int atOnce) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.leases = leases;
    this.handlers = handlers;
    this.atOnce = atOnce;
  }

  /** Begin nothing more. */
  void leave() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Do what is due now, on this thread; answers how many timers were taken. */
  int runDue() {
    // what is under way here stays here, even if its lease could not be renewed in time
    List<TimerClaim> claims =
        store.claim(
            handlers.keySet(), clock.instant(), TimerLeases.LEASE, atOnce, leases.heldIds());
    claims.forEach(leases::hold);
    try {
      for (TimerClaim claim : claims) {
        see(claim);
      }
    } finally {
      claims.forEach(leases::release); // also those that an error kept from being begun
    }
    return claims.size();
  }

  private void see(TimerClaim claim) {
    try {
      fire(claim);
    } catch (RuntimeException e) {
      LOG.warn("Timer {} {} waits for the end of its lease", claim.kind(), claim.key(), e);
    } finally {
      leases.release(claim);
    }
  }

  private void fire(TimerClaim claim) {
    if (leaving) {
      postpone(claim, Duration.ZERO, "the town closed");
      return;
    }
    try {
      TimerHandler.Effect effect = Objects.requireNonNull(handlers.get(claim.kind())).handle(claim);
      if (effect instanceof NotYet notYet) {
        await(claim, notYet.missing());
      } else {
        complete(claim, effect);
      }
    } catch (StoreConflict e) {
      giveBack(claim, e.toString());
    } catch (StoreUnavailable e) {
      postpone(claim, UNTIL_IT_ANSWERS, e.toString());
    } catch (YearUnknown e) {
      await(claim, new Missing(Missing.Part.YEAR, Integer.toString(e.year())));
    } catch (Throwable e) {
      failed(claim, e);
    }
  }

  /** Who comes hurries all that wait, so what has waited long is looked at seldom. */
  private Duration untilItComes(TimerClaim claim) {
    Duration some = Duration.between(claim.dueAt(), clock.instant()).dividedBy(10);
    Duration atMost = some.compareTo(LONGEST_WAIT) < 0 ? some : LONGEST_WAIT;
    return atMost.compareTo(SHORTEST_WAIT) > 0 ? atMost : SHORTEST_WAIT;
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

  private void await(TimerClaim claim, Missing missing) {
    if (missing.part() == Missing.Part.YEAR && told.add(missing)) {
      LOG.warn("The working calendar lacks {}; work that needs it waits for it", missing.name());
    }
    transactions.run(() -> store.await(claim, untilItComes(claim), missing));
  }

  private void postpone(TimerClaim claim, Duration pause, String why) {
    transactions.run(() -> store.postpone(claim, pause, why));
  }
}
