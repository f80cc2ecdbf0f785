package org.zhili.core.plugin;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.zhili.core.plugin.Circuit.State;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.text.Text;

/**
 * Decides whether one part of a plug-in is asked at all (熔断器).
 *
 * <p>It opens when different questions break one after another, or when several overrun within a
 * while: what is tried again and fails again counts once, so that one poison message is not taken
 * for a broken plug-in. After a pause one question is put as a trial; an answer to that one closes
 * it, and its failure doubles the pause. Thread-safe.
 */
final class Breaker {
  private static final Optional<Pass> PLAIN = Optional.of(new Pass());

  private final String name;
  private final Breaking rules;
  private final LongSupplier nanoTime;
  private final Consumer<Circuit> opened;
  // written under the monitor, read without
  private volatile State state = State.CLOSED;
  private volatile boolean troubled;
  private volatile @Nullable Pass trial;
  // guarded by the monitor
  private final Set<Integer> brokeInARow = new HashSet<>();
  private final Map<Integer, Long> overranAt = new HashMap<>();
  private @Nullable Text why;
  private Duration pause;
  private long changedAt;

  /**
   * Begin closed.
   *
   * @param name of what it spares, as operators know it
   * @param opened told when it opens after it was closed; returns at once
   */
  Breaker(String name, Breaking rules, LongSupplier nanoTime, Consumer<Circuit> opened) {
    this.name = name;
    this.rules = rules;
    this.nanoTime = nanoTime;
    this.opened = opened;
    pause = rules.pause();
    changedAt = nanoTime.getAsLong() - rules.longestPause().toNanos();
  }

  /** Leave to put questions; equal only to itself. */
  static final class Pass {}

  /** Ask for leave. Who is the first after the pause gets that of the trial, and nobody else. */
  Optional<Pass> pass() {
    if (state == State.CLOSED) {
      return PLAIN;
    }
    synchronized (this) {
      if (state == State.OPEN && retryIn().isZero()) {
        Pass one = new Pass();
        trial = one;
        state = State.TRYING;
        return Optional.of(one);
      }
      return state == State.CLOSED ? PLAIN : Optional.empty();
    }
  }

  /** Whether the question put by this leave is the trial. */
  boolean isTrial(Pass pass) {
    return pass == trial;
  }

  /** Whether a question put now would pass. Puts none. */
  synchronized boolean wouldPass() {
    return state == State.CLOSED || (state == State.OPEN && retryIn().isZero());
  }

  /**
   * Note an answer; says whether the next question may be put without asking for leave again. Of
   * those under way when it opened, and of other calls than the trial, it takes no notice.
   */
  boolean answered(Pass pass, Object question, Answer<?> answer) {
    if (answer instanceof Answer.Given && state == State.CLOSED && !troubled) {
      return true;
    }
    synchronized (this) {
      if (state == State.CLOSED || isTrial(pass)) {
        note(question, answer);
      }
      return state == State.CLOSED;
    }
  }

  private void note(Object question, Answer<?> answer) {
    if (answer instanceof Answer.Given) {
      wentWell();
    } else if (answer instanceof Answer.Broke<?> broke) {
      broke(question, broke.error());
    } else if (answer instanceof Answer.Overran<?> overran) {
      overran(question, overran.limit());
    } else {
      leaveTrial();
    }
  }

  /** Note that what is left of a list was not asked, as that took too long already. */
  synchronized void putOff(Object list, Duration limit) {
    if (state == State.CLOSED) {
      overran(list, limit);
    }
  }

  /** A trial that came to no answer is not held against anybody; other calls leave nothing. */
  synchronized void leave(Pass pass) {
    if (isTrial(pass)) {
      leaveTrial();
    }
  }

  private void leaveTrial() {
    if (state == State.TRYING) {
      state = State.OPEN;
      trial = null;
    }
  }

  /** Forget everything, as a person wants it. */
  synchronized void close() {
    pause = rules.pause();
    state = State.CLOSED;
    trial = null;
    brokeInARow.clear();
    overranAt.clear();
    troubled = false;
  }

  /** How it stands; empty while it is closed. */
  synchronized Optional<Circuit> circuit(String part) {
    return state == State.CLOSED || why == null
        ? Optional.empty()
        : Optional.of(new Circuit(part, state, why, Optional.of(retryIn())));
  }

  private void wentWell() {
    brokeInARow.clear();
    troubled = false;
    if (state == State.TRYING) {
      state = State.CLOSED;
      trial = null;
      overranAt.clear();
      changedAt = nanoTime.getAsLong();
    }
  }

  private void broke(Object question, String error) {
    brokeInARow.add(question.hashCode());
    troubled = true;
    if (state == State.TRYING || brokeInARow.size() >= rules.brokeInARow()) {
      open(Text.of("plugin.breaker-broke", name, Integer.toString(brokeInARow.size()), error));
    }
  }

  private void overran(Object question, Duration limit) {
    long now = nanoTime.getAsLong();
    overranAt.values().removeIf(at -> now - at > rules.within().toNanos());
    overranAt.put(question.hashCode(), now);
    if (state == State.TRYING || overranAt.size() >= rules.overran()) {
      open(
          Text.of(
              "plugin.breaker-overran",
              name,
              Integer.toString(overranAt.size()),
              Long.toString(limit.toMillis()),
              Long.toString(rules.within().toSeconds())));
    }
  }

  /** One that opens again soon was not mended, and is left alone for longer. */
  private void open(Text reason) {
    long now = nanoTime.getAsLong();
    boolean wasClosed = state == State.CLOSED;
    if (wasClosed) {
      why = reason;
    }
    boolean soon = !wasClosed || now - changedAt < rules.longestPause().toNanos();
    Duration longer = soon ? pause.multipliedBy(2) : rules.pause();
    pause = longer.compareTo(rules.longestPause()) < 0 ? longer : rules.longestPause();
    state = State.OPEN;
    trial = null;
    changedAt = now;
    brokeInARow.clear();
    overranAt.clear();
    if (wasClosed) {
      opened.accept(new Circuit("", state, reason, Optional.of(retryIn())));
    }
  }

  private Duration retryIn() {
    long left = changedAt + pause.toNanos() - nanoTime.getAsLong();
    return state == State.OPEN && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
