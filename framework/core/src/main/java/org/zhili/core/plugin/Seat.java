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
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quieter = lock.newCondition();
  private final Set<Call<?, ?, ?>> live = new HashSet<>();
  private @Nullable P plugin;
  private long leaveBy;
  private volatile boolean leaving;

  Seat(P plugin, PluginIdentity identity, GateLimits limits) {
    this.plugin = plugin;
    this.identity = identity;
    this.limits = limits;
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

  boolean isLeaving() {
    return leaving;
  }

  /** Ask each question in turn; as many answers, in the same order. */
  <Q, R> List<Answer<R>> ask(
      Patience patience, List<Q> questions, Asking<? super P, ? super Q, ? extends R> asking) {
    if (questions.isEmpty()) {
      return List.of();
    }
    Call<P, Q, R> call = new Call<>(this, patience, questions, asking);
    P asked = enter(call);
    List<Answer<R>> answers;
    if (asked == null) {
      answers = Collections.nCopies(questions.size(), new Answer.Withdrawn<>());
    } else {
      try {
        answers = call.answers(asked);
      } finally {
        exit(call);
      }
    }
    tally.count(answers);
    return answers;
  }

  void work(Runnable stint) {
    workers.execute(stint);
  }

  /** Whether so many calls hang that asking on would only hang more. */
  boolean isJammed() {
    return tally.hanging() >= limits.hanging();
  }

  void abandoned() {
    if (tally.abandoned() == limits.hanging()) {
      log.warn(
          "{} is asked nothing more until one of {} calls that hang comes back",
          identity,
          limits.hanging());
    }
  }

  private @Nullable P enter(Call<?, ?, ?> call) {
    lock.lock();
    try {
      if (leaving) {
        return null;
      }
      live.add(call);
      tally.began();
      return plugin;
    } finally {
      lock.unlock();
    }
  }

  private void exit(Call<?, ?, ?> call) {
    lock.lock();
    try {
      live.remove(call);
      tally.ended();
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
