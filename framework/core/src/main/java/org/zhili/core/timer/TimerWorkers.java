package org.zhili.core.timer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhili.core.store.Transactions;

/**
 * Claims due timers and hands them to their handlers.
 *
 * <p>A timer whose handler fails is tried again after a growing pause, and set aside for a person
 * after {@link TimerRound#ATTEMPTS} tries. One whose handler misses a plug-in, a year of the
 * calendar or the store waits for as long as that takes, and so does one of a kind nobody handles
 * here. Pauses are in real time.
 *
 * <p>What is short is done by a crew that looks often. What may take long has a crew of its own for
 * each kind, so that a slow job keeps neither cases nor other kinds waiting.
 */
public final class TimerWorkers implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
  private static final int MANY = 16;

  private final Transactions transactions;
  private final TimerStore store;
  private final InstantSource clock;
  private final TimerLeases leases;
  private final Map<String, TimerHandler> shortWork = new ConcurrentHashMap<>();
  private final Map<String, TimerHandler> longWork = new ConcurrentHashMap<>();
  private final List<TimerCrew> crews = new ArrayList<>();
  private final TimerCrew prompt;

  public TimerWorkers(Transactions transactions, TimerStore store, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    leases = new TimerLeases(transactions, store, TimerLeases.RENEWED);
    prompt = crew("prompt", shortWork, MANY, OFTEN);
  }

  private TimerCrew crew(
      String name, Map<String, TimerHandler> handlers, int atOnce, Duration poll) {
    TimerCrew crew =
        new TimerCrew(
            name, new TimerRound(transactions, store, clock, leases, handlers, atOnce), poll);
    crews.add(crew);
    return crew;
  }

  /** Let this handler do timers of the kind, each within seconds. To be called before the start. */
  public void register(String kind, TimerHandler handler) {
    once(kind);
    shortWork.put(kind, handler);
  }

  /** Let this handler do timers of the kind, however long each takes. */
  public void registerLong(String kind, TimerHandler handler) {
    once(kind);
    longWork.put(kind, handler);
    crew(kind, Map.of(kind, handler), 1, NOW_AND_THEN);
  }

  private void once(String kind) {
    if (shortWork.containsKey(kind) || longWork.containsKey(kind)) {
      throw new IllegalArgumentException("two handlers for timers of kind " + kind);
    }
  }

  /**
   * Begin.
   *
   * @param workers threads of each crew
   */
  public void start(int workers) {
    crews.forEach(crew -> crew.start(workers));
    if (workers > 0) {
      leases.start();
    }
  }

  /** Look for short work now rather than at the next poll. */
  public void kick() {
    prompt.kick();
  }

  /** Try at once whatever was given back: what it failed for want of may have come. */
  public void hurry() {
    transactions.run(store::hurry);
    crews.forEach(TimerCrew::kick);
  }

  /**
   * Stop taking timers, and wait up to 5 s for those under way. One that takes longer stays with
   * this node until it ends.
   */
  @Override
  public void close() {
    crews.forEach(TimerCrew::leave);
    crews.forEach(TimerCrew::close);
    leases.close();
  }

  /** Renew the leases of what is under way here. */
  void renewLeases() {
    leases.renew();
  }

  /** Do what is due now, on this thread; answers how many timers were taken. */
  public int runDue() {
    return crews.stream().mapToInt(TimerCrew::runDue).sum();
  }
}
