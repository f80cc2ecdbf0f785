package org.zhili.core.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.GateLimits.Patience;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** A plug-in inside the gate: its workers, its calls in flight, and its way out. */
final class Seat<P> {
  private static final Logger log = LoggerFactory.getLogger(PluginGate.class);

  private static final Words WORDS = Words.beside(PluginGate.class);

  private final PluginIdentity identity;
  private final GateLimits limits;
  private final Workers workers;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final Tally tally = new Tally();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quieter = lock.newCondition();
  private final Condition roomier = lock.newCondition();
  private final Set<Call<?, ?, ?>> live = new HashSet<>();
  private @Nullable P plugin;
  private long leaveBy;
  private volatile boolean leaving;
  private volatile boolean isolated;

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
      String part,
      Patience patience,
      List<Q> questions,
      Asking<? super P, ? super Q, ? extends R> asking) {
    if (questions.isEmpty()) {
      return List.of();
    }
    Call<P, Q, R> call = new Call<>(this, new Terms(patience, breaker(part)), questions, asking);
    P asked = enter(call);
    List<Answer<R>> answers;
    if (asked == null) {
      Answer<R> none =
          leaving ? new Answer.Withdrawn<>() : new Answer.NotAsked<>(Answer.Why.CROWDED);
      answers = Collections.nCopies(questions.size(), none);
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

  private Breaker breaker(String part) {
    return breakers.computeIfAbsent(
        part,
        p ->
            new Breaker(
                p.isEmpty() ? identity.toString() : identity + " " + p,
                limits.breaking(),
                System::nanoTime,
                circuit -> log.warn(WORDS.render(circuit.why(), Language.EN))));
  }

  /** Whether this part would be asked now, or at least tried. */
  boolean isAsked(String part) {
    Breaker breaker = breakers.get(part);
    return !leaving && !isolated && !isJammed() && (breaker == null || breaker.wouldPass());
  }

  /** Why none of its parts is asked. */
  Optional<Answer.Why> spared() {
    if (isJammed()) {
      return Optional.of(Answer.Why.HANGING);
    }
    return isolated ? Optional.of(Answer.Why.ISOLATED) : Optional.empty();
  }

  boolean isIsolated() {
    return isolated;
  }

  void isolate() {
    isolated = true;
    log.info("{} is isolated", identity);
  }

  void release() {
    isolated = false;
    breakers.values().forEach(Breaker::close);
    log.info("{} is asked again", identity);
  }

  /** What of it is not asked now. */
  List<Circuit> circuits() {
    List<Circuit> circuits = new ArrayList<>();
    if (isolated) {
      Text why = Text.of("plugin.isolated", identity.toString());
      circuits.add(new Circuit("", Circuit.State.ISOLATED, why, Duration.ZERO));
    }
    if (isJammed()) {
      Text why = Text.of("plugin.hanging", identity.toString(), Integer.toString(limits.hanging()));
      circuits.add(new Circuit("", Circuit.State.OPEN, why, Duration.ZERO));
    }
    new TreeMap<>(breakers).forEach((part, b) -> b.circuit(part).ifPresent(circuits::add));
    return circuits;
  }

  /** Whether so many calls hang that asking on would only hang more. */
  boolean isJammed() {
    return tally.hanging().count() >= limits.hanging();
  }

  Hanging.Mark abandoned(@Nullable Thread thread) {
    Hanging.Mark mark = tally.hanging().add(thread);
    if (tally.hanging().count() == limits.hanging()) {
      log.warn(
          "{} is asked nothing more until one of {} calls that hang comes back",
          identity,
          limits.hanging());
    }
    return mark;
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
