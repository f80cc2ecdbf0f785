package org.zhili.core.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.Transactions;

/**
 * The town's own chores, each done again and again, on one node at a time. One that fails is done
 * again at its next time.
 */
public final class Recurring implements TimerHandler {
  public static final String CHORE = "chore";

  private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

  private final Transactions transactions;
  private final TimerStore timers;
  private final InstantSource clock;
  private final Map<String, Chore> chores = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  public Recurring(Transactions transactions, TimerStore timers, InstantSource clock) {
    this.transactions = transactions;
    this.timers = timers;
    this.clock = clock;
  }

  /** Do this from now on, every so often in business time. The task runs outside transactions. */
  public void every(Duration pause, String name, Runnable task) {
    if (chores.putIfAbsent(name, new Chore(pause, task)) != null) {
      throw new IllegalArgumentException("two chores are called " + name);
    }
    Instant now = clock.instant();
    transactions.run(() -> timers.ensure(turn(name, now)));
  }

  /** A chore has a lane of its own, so that it is never done twice at the same time. */
  private static NewTimer turn(String name, Instant at) {
    return new NewTimer(CHORE, name, CHORE + " " + name, at);
  }

  /** Do a chore now rather than at its next time; while it is being done, again after that. */
  public void soon(String name) {
    Instant now = clock.instant();
    transactions.run(
        () -> {
          if (!underWay.contains(name)) {
            timers.cancel(CHORE, name); // which would free its lane, were its lease over
          }
          timers.add(turn(name, now));
        });
  }

  @Override
  public Effect handle(TimerClaim claim) {
    Chore chore = chores.get(claim.key());
    if (chore == null) {
      return Effect.notYet(Missing.Part.CHORE, claim.key());
    }
    underWay.add(claim.key());
    try {
      chore.task().run();
    } catch (Throwable e) {
      LOG.warn("Chore {} failed; it is done again in {}", claim.key(), chore.pause(), e);
    } finally {
      underWay.remove(claim.key());
    }
    Instant next = clock.instant().plus(chore.pause());
    return () -> timers.add(turn(claim.key(), next));
  }

  private record Chore(Duration pause, Runnable task) {}
}
