package org.zhili.core.plugin;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.GateLimits.Patience;

/** A plug-in inside the gate: its workers, its calls in flight, and its way out. */
final class Seat<P> {
  private static final Logger log = LoggerFactory.getLogger(PluginGate.class);

  private final PluginIdentity identity;
  private final GateLimits limits;
  private final Workers workers;
  private final Tally tally = new Tally();
  private final Circuits circuits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quieter = lock.newCondition();
  private final Condition roomier = lock.newCondition();
  private final Set<Call<?, ?, ?>> live = new HashSet<>();
  private @Nullable P plugin;
  private long leaveBy;
  private volatile boolean leaving;
  private volatile @Nullable Rehearsal<P, ?, ?> lately;

  Seat(P plugin, PluginIdentity identity, GateLimits limits) {
    this.plugin = plugin;
    this.identity = identity;
    this.limits = limits;
    circuits = new Circuits(identity, limits, tally.hanging());
    workers = new Workers(identity.id(), plugin.getClass().getClassLoader());
  }

  PluginIdentity identity() {
    return identity;
  }

  GateLimits limits() {
    return limits;
  }

  Tally tally() {
    return tally;
  }

  Circuits circuits() {
    return circuits;
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Ask each question in turn; as many answers, in the same order. */
  <Q, R> List<Answer<R>> ask(
      Terms terms, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    if (questions.isEmpty()) {
      return List.of();
    }
    List<Answer<R>> answers = answers(terms, questions, asking);
    tally.count(answers);
    return answers;
  }

  private <Q, R> List<Answer<R>> answers(
      Terms terms, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    Call<P, Q, R> call = new Call<>(this, terms, questions, asking);
    P asked = enter(call);
    if (asked == null) {
      Answer<R> none =
          leaving ? new Answer.Withdrawn<>() : new Answer.NotAsked<>(Answer.Why.CROWDED);
      return Collections.nCopies(questions.size(), none);
    }
    try {
      return call.answers(asked);
    } finally {
      exit(call);
    }
  }

  /** Keep some of these questions for the version that comes next. */
  <Q, R> void remember(
      String part, Patience patience, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    if (patience.pure() && !questions.isEmpty()) {
      lately = Rehearsal.of(part, patience, questions, asking);
    }
  }

  /** Answer what the version before was asked lately, if anything. */
  void rehearse(Seat<P> before) {
    Rehearsal<P, ?, ?> some = before.lately;
    if (some != null) {
      rehearse(some);
    }
  }

  private <Q, R> void rehearse(Rehearsal<P, Q, R> some) {
    Terms terms = circuits.rehearsal(some.part(), some.patience());
    try {
      answers(terms, some.questions(), some.asking());
    } catch (OutOfMemoryError e) { // who asks in earnest sees it; here the place would be lost
      log.warn("{} ran out of memory when it rehearsed", identity, e);
    }
  }

  void work(Runnable stint) {
    workers.execute(stint);
  }

  private @Nullable P enter(Call<?, ?, ?> call) {
    lock.lock();
    try {
      if (leaving || !hasRoom(call)) {
        return null;
      }
      live.add(call);
      tally.began();
      return plugin;
    } finally {
      lock.unlock();
    }
  }

  /** Wait among a bounded number of others until there is room; says whether there is. */
  private boolean hasRoom(Call<?, ?, ?> call) {
    long left = call.nanosToWait();
    boolean interrupted = false;
    if (!isFull() || call.isNested() || tally.waiting() >= limits.crowd().waiting()) {
      return !isFull() || call.isNested();
    }
    tally.waits();
    while (isFull() && !leaving && left > 0) {
      try {
        left = roomier.awaitNanos(left);
      } catch (InterruptedException e) {
        interrupted = true; // the limit bounds the wait; the thread may end after it
        left = 0;
      }
    }
    tally.waitsNoMore();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !isFull() && !leaving;
  }

  private boolean isFull() {
    return live.size() >= limits.crowd().inside();
  }

  private void exit(Call<?, ?, ?> call) {
    lock.lock();
    try {
      live.remove(call);
      tally.ended();
      roomier.signal();
      if (leaving) {
        quieter.signalAll();
        dismissWhenQuiet();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Take no new calls from now on. Does not wait. */
  void refuse() {
    lock.lock();
    try {
      if (!leaving) {
        leaving = true;
        roomier.signalAll();
        leaveBy = System.nanoTime() + limits.drain().toNanos();
        dismissWhenQuiet();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wait until all calls are over but those this thread is in, or withdraw them at the limit. */
  void drain() {
    awaitQuiet(Call.aroundThisThread()).forEach(Call::withdraw);
  }

  private Set<Call<?, ?, ?>> awaitQuiet(Set<Call<?, ?, ?>> own) {
    boolean interrupted = false;
    lock.lock();
    try {
      long left = leaveBy - System.nanoTime();
      while (!own.containsAll(live) && left > 0) {
        try {
          left = quieter.awaitNanos(left);
        } catch (InterruptedException e) {
          interrupted = true; // a departure is short; the thread may end after it
          left = leaveBy - System.nanoTime();
        }
      }
      Set<Call<?, ?, ?>> stragglers = new HashSet<>(live);
      stragglers.removeAll(own);
      return stragglers;
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Let go of the plug-in, since holders of this seat may outlive its class loader. */
  private void dismissWhenQuiet() {
    if (live.isEmpty()) {
      workers.dismiss();
      plugin = null;
    }
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
